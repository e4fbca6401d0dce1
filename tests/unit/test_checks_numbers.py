"""The check of numbers: correct translations pass, wrong ones are told of, in words a translator can act on."""

import os
from pathlib import Path

import pytest

from pipeline.checks.numbers import CODES, check_numbers
from pipeline.model import Entry, Key, Severity, Unit
from tests.benchmarks import quantities


def messages(source: str, target: str, language: str = "en", fuzzy: bool = False) -> list[str]:
    entry = Entry(Key("", source), target, fuzzy=fuzzy)
    return [finding.message for finding in check_numbers(Unit(entry, language))]


RIGHT = """
粮食产量1.39万亿斤 | 695 million metric tons
粮食产量1.3万亿斤以上 | over 650 million metric tons
补贴15万元 | a subsidy of RMB 150,000
补贴15万元 | a subsidy of 150,000 yuan
上世纪90年代 | the 1990s
上世纪九十年代 | the nineties of the last century
估值过亿 | a valuation of over 100 million
近百家企业 | nearly 100 companies
近百家企业 | almost a hundred firms
数十家企业 | dozens of companies
数百名专家 | hundreds of experts
数千万元 | tens of millions of yuan
数亿元 | hundreds of millions of yuan
几十万人 | hundreds of thousands of people
十几家 | more than ten
十几家 | a dozen or so
二十余项 | more than 20 items
300多家 | over 300
五千余人 | more than five thousand people
三成以上 | more than 30%
三成五 | 35 percent
六成 | 60 percent
六成 | three fifths
打八折 | 20 percent off
打八折 | an 80 percent price
8.5折 | 15% discount
翻了一番 | doubled
翻两番 | quadrupled
增长了两倍 | tripled
是去年的三倍 | three times last year's
三分之二 | two-thirds
四分之三 | three quarters
四分之三 | 75%
百分之五 | five percent
千分之三 | 0.3%
千分之三 | three per thousand
万分之一 | one in ten thousand
下降2个百分点 | fell by two percentage points
25个基点 | 25 basis points
0.5个百分点 | half a percentage point
0.25个百分点 | a quarter of a percentage point
半年内 | within six months
半年 | half a year
一年半 | 18 months
一年半 | a year and a half
两个半小时 | two and a half hours
两周 | a fortnight
两周 | 14 days
第三季度 | in the third quarter
三季度 | Q3
首笔贷款 | the first loan
首次 | for the first time
2017年9月1日 | September 1, 2017
2017年9月1日 | 1 Sept 2017
2017年9月1日 | 2017-09-01
2017年9月1日 | 9/1/2017
2017年3月上旬 | early March 2017
1月至9月 | from January to September
1至9月 | in the first nine months
1-9月 | January-September
下午3点30分 | 3:30 p.m.
15时30分 | at 15:30
15时 | 3 pm
上午9时 | 9 a.m.
晚上8点半 | 8:30 p.m.
中午12点 | noon
凌晨零时 | midnight
1500亩 | 100 hectares
1500亩 | 1,500 mu
500亩 | about 33 hectares
500亩 | 82 acres
3万公里 | 30,000 km
300公里 | 186 miles
960万平方公里 | 9.6 million square kilometers
5吨 | five tonnes
500斤 | 250 kg
人民币1000亿元 | RMB 100 billion
人民币1000亿元 | 100 billion yuan
1亿元 | RMB 100 million
10亿美元 | US$1 billion
10亿美元 | $1 billion
10亿美元 | 1 billion US dollars
3000万欧元 | €30 million
5000万英镑 | £50 million
200亿日元 | 20 billion yen
10亿港元 | HK$1 billion
1亿元 | 100 million yuan (about US$14 million)
国发〔2017〕35号 | Guo Fa [2017] No. 35
国发〔2017〕35号 | State Council Document No. 35 of 2017
第35号令 | Order No. 35
电话：021-12345678 | Tel: +86 21 1234 5678
电话：021-12345678 | Tel: (021) 1234-5678
热线12345 | hotline 12345
400-820-8820 | 400-820-8820
“十四五”规划 | the 14th Five-Year Plan
第十四个五年规划 | the 14th Five-Year Plan
十九大 | the 19th National Congress
十九届四中全会 | the fourth plenary session of the 19th Central Committee
一事一议 | case by case
最多跑一次 | one visit at most
进一步推进 | further promote
不越雷池半步 | not go a step beyond the line
P2P网贷 | P2P lending
5G基站 | 5G base stations
二十国集团 | G20
七国集团 | the Group of Seven
新冠疫情 | COVID-19
1990年至2000年 | between 1990 and 2000
3至5年 | three to five years
3—5年 | 3–5 years
5万至10万元 | 50,000 to 100,000 yuan
5-10万元 | 50,000-100,000 yuan
5%—10% | 5–10%
5%至10% | between 5 and 10 percent
两三个月 | two or three months
三五年 | three to five years
第一、第二 | first and second
第1至第3名 | the first to third places
前十名 | the top ten
500强企业 | Fortune 500 companies
世界500强 | the world's top 500
每百人 | per hundred people
百分之百 | 100 percent
全年365天、24小时 | 24/7, 365 days a year
7×24小时 | 24/7
一带一路 | the Belt and Road
两岸三地 | the mainland, Hong Kong and Taiwan
一国两制 | one country, two systems
三农 | agriculture, rural areas and farmers
长三角 | the Yangtze River Delta
两会 | the Two Sessions
双一流 | Double First-Class
985、211高校 | Project 985 and Project 211 universities
90后 | the post-90s generation
90后 | those born in the 1990s
80后、90后 | post-80s and post-90s generations
五一假期 | the May Day holiday
十一黄金周 | the National Day golden week
三甲医院 | Grade-A tertiary hospitals
二线城市 | second-tier cities
第三方 | a third party
零风险 | zero risk
零门槛 | no threshold
农历正月初八 | the eighth day of the first lunar month
腊月二十三 | shortly before Spring Festival
12月底 | at the end of December
2018年底 | at end-2018
2018年年底 | by year-end 2018
去年 | in 2017
2016/17年度 | the 2016/17 fiscal year
2016-17财年 | fiscal 2016–17
三大任务 | three major tasks
五部门 | five departments
两部门 | two ministries
18个省份 | eighteen provinces
1.2亿人次 | 120 million visits
1亿2000万 | 120 million
两个亿 | 200 million
十五条 | fifteen measures
三项 | three items
一百多年 | more than a century
百年老店 | a century-old shop
三十年 | three decades
数十年 | decades
十年 | a decade
十周年 | tenth anniversary
满一年 | a full year
一个月 | one month
每月 | monthly
一次性补贴50万元 | a one-off subsidy of 500,000 yuan
第一时间 | immediately
每年 | every year
千人计划 | the Thousand Talents Plan
万人 | ten thousand people
上万人 | tens of thousands of people
上千家 | more than a thousand
成千上万 | thousands upon thousands
亿万富翁 | billionaires
百万富翁 | millionaires
千亿级产业集群 | a hundred-billion-yuan industrial cluster
万亿元产业 | trillion-yuan industry
20%左右 | about 20 percent
不低于30% | no less than 30 per cent
1:3配套 | matched at 1:3
气温35摄氏度 | 35 degrees Celsius
面积100平方米 | 100 square metres
100万千瓦 | 1 million kilowatts
100万千瓦 | 1 GW
6英寸 | six inches
7纳米芯片 | 7 nm chips
28纳米 | 28-nanometer
三好学生 | merit students
张三 | Zhang San
2.0版 | version 2.0
工业4.0 | Industry 4.0
第四次工业革命 | the Fourth Industrial Revolution
二十一世纪 | the 21st century
21世纪 | the twenty-first century
中国制造2025 | Made in China 2025
2035年远景目标 | Long-Range Objectives Through the Year 2035
二〇三五年 | 2035
两千多年前 | more than 2,000 years ago
几千年 | several thousand years
过半 | more than half
半数以上 | over half
近三成 | nearly thirty percent
一倍多 | more than doubled
成本降低一半 | costs were halved
一分钱 | a penny
三餐 | three meals
四季 | all seasons
每周三次 | three times a week
每周三 | every Wednesday
24小时不打烊 | open around the clock
第五代移动通信 | fifth-generation mobile communications
加息四分一厘 | a rate hike of 25 basis points
加息半厘至2.5厘 | raised rates by 50 basis points to 2.5%
年利率3.5厘 | 3.5% per annum
加息25點子 | a 25-basis-point increase
三份二受訪者 | two-thirds of respondents
四份一 | a quarter
兩成半 | 25%
八成七 | 87 per cent
逾半銀行 | more than half of the banks
首10個月 | the first ten months
頭三個月 | the first three months
上半年錄得2.3%的增長 | growth of 2.3% in the first half
下半年 | the second half of the year
2020年第二季 | second quarter of 2020
2020年第二季 | 2Q20
2020年第2季 | Q2 2020
截至2020年12月31日止年度 | for the year ended 31 December 2020
（以百萬港元位列示） | (Expressed in millions of Hong Kong dollars)
百萬港元 | HK$ million
千港元 | HK$'000
2021/22年度財政預算案 | the 2021-22 Budget
附註2.3(b)及5 | notes 2.3(b) and 5
《銀行業條例》第52(1)(A)條 | section 52(1)(A) of the Banking Ordinance
（第155章） | (Cap. 155)
三個月期銀行同業拆息 | three-month HIBOR
1個月期 | one-month
10年期美國國庫券 | 10-year US Treasuries
7.75至7.85港元兌1美元 | HK$7.75–7.85 to US$1
T+2結算 | T+2 settlement
24小時運作 | 24-hour operation
7x24小時 | 24x7
約3,500億港元 | around HK$350 billion
35,640億港元 | HK$3.6 trillion
逾4.4萬億港元 | over HK$4.4 trillion
1.2萬億元人民幣 | RMB1.2 trillion
1,500億元人民幣 | RMB150 billion
約佔全球七成 | about 70% of the global total
一籃子措施 | a package of measures
兩家發鈔銀行 | two note-issuing banks
三家發鈔銀行 | the three note-issuing banks
一至五年 | one to five years
一年以上至五年 | over one year but within five years
三年期及五年期 | three-year and five-year
增至逾1,200萬宗 | rose to over 12 million
每日平均67萬宗 | a daily average of 670,000
2021年1月至2022年6月 | from January 2021 to June 2022
4月29日至5月3日 | 29 April to 3 May
5月 | May
5月中 | mid-May
5月及6月 | in May and June
2020年3月、4月及5月 | in March, April and May 2020
5月12日 | 12 May
5月12日 | May 12
第5章 | Chapter 5
圖5.1 | Chart 5.1
二十國集團／金融穩定理事會 | G20/FSB
《巴塞爾協定三》 | Basel III
一級資本比率 | Tier 1 capital ratio
第一支柱 | Pillar 1
第二支柱 | Pillar 2
三道防線 | three lines of defence
一站式平台 | one-stop platform
雙邊 | bilateral
兩地 | the two places
佔比由三分之一升至四分之三 | rose from one-third to three-quarters
倍增 | doubled
增長逾兩倍 | more than tripled
增加1.5倍 | increased 1.5 times
增加一倍 | doubled
上升一倍至100億 | doubled to 10 billion
近三成半 | nearly 35%
去年經濟收縮6.1% | The economy contracted by 6.1% in 2020
二〇二〇年三月三十一日 | 31 March 2020
2019冠狀病毒病 | COVID-19
60歲以上 | aged 60 or above
百分之二點五 | 2.5 per cent
“三去一降一补” | cutting overcapacity, reducing inventory and deleveraging
“放管服”改革 | the reform to delegate power
“双创” | mass entrepreneurship and innovation
“四个全面”战略布局 | the Four-Pronged Comprehensive Strategy
“五位一体”总体布局 | the Five-Sphere Integrated Plan
两个一百年奋斗目标 | the Two Centenary Goals
“三个代表”重要思想 | the Theory of Three Represents
八项规定 | the eight-point decision on improving conduct
供给侧结构性改革 | supply-side structural reform
一揽子 | a package
五年规划 | five-year plan
中央一号文件 | No. 1 Central Document
“百千万”工程 | the program
双碳目标 | dual carbon goals
力争2030年前碳达峰、2060年前碳中和 | peak carbon emissions before 2030 and carbon neutrality before 2060
1.8万亿斤 | 900 million tonnes
18亿亩耕地红线 | the red line of 1.8 billion mu (120 million hectares) of farmland
18亿亩耕地红线 | the red line of 120 million hectares of farmland
新建高标准农田1亿亩 | 6.7 million hectares of high-standard farmland
约合1.4亿美元 | about US$140 million
10亿元（约合1.4亿美元） | 1 billion yuan ($140 million)
居民人均可支配收入实际增长5.1% | per capita disposable income grew by 5.1 percent in real terms
城镇调查失业率平均为5.2% | averaged 5.2 percent
铁路2000多公里 | more than 2,000 kilometers of railway lines
2000家企业 | 2,000 enterprises
1999年3月15日第九届全国人民代表大会第二次会议通过 | Adopted at the Second Session of the Ninth National People's Congress on March 15, 1999
第三条 | Article 3
第三条 | Article III
第十二条第二款 | the second paragraph of Article 12
有下列情形之一的，处五年以下有期徒刑 | in any of the following circumstances, shall be sentenced to imprisonment of not more than five years
处三年以上七年以下有期徒刑 | imprisonment of not less than three years but not more than seven years
罚款五万元以上五十万元以下 | a fine of not less than 50,000 yuan but not more than 500,000 yuan
自2021年1月1日起施行 | shall come into force as of January 1, 2021
十五日内 | within fifteen days
三十日内 | within 30 days
六十日 | 60 days
七个工作日内 | within seven working days
二分之一以上 | more than half
三分之二以上多数 | a two-thirds majority
一式三份 | in triplicate
一式两份 | in duplicate
满十八周岁 | have reached the age of eighteen
不满十四周岁 | under the age of 14
千方百计 | by every possible means
九牛一毛 | a drop in the ocean
“一带一路”国际合作高峰论坛 | the Belt and Road Forum for International Cooperation
70后 | those born in the 1970s
00后 | the post-2000 generation
上世纪80年代初 | the early 1980s
20世纪90年代以来 | since the 1990s
改革开放40年来 | in the 40 years of reform and opening-up
一个世纪 | a century
近半个世纪 | almost half a century
三十多年 | more than three decades
十几年 | more than a decade
好几百 | several hundred
成百上千 | hundreds of
三四十家 | thirty or forty firms
十来个 | about ten
七成五 | 75 percent
1/3 | one third
三比一 | three to one
3:1 | three to one
第1、2、3类 | Categories 1, 2 and 3
一、二、三等奖 | the first, second and third prizes
一等奖 | first prize
三甲 | top three
A股上涨0.5%，报3,200点 | A-shares rose 0.5% to 3,200 points
12时 | noon
24时 | midnight
8:00—18:00 | 8 a.m. to 6 p.m.
上午9:00至下午5:30 | from 9:00 a.m. to 5:30 p.m.
周一至周五 | Monday to Friday
400公顷 | 4 square kilometers
2500平方米 | a quarter of a hectare
零下10摄氏度 | minus 10 degrees Celsius
1.5℃ | 1.5°C
每吨200元 | 200 yuan per tonne
每人每年500元 | 500 yuan per person per year
月薪8000元 | a monthly salary of 8,000 yuan
0.5‰ | 0.5 per thousand
一小时经济圈 | one-hour economic circle
“最后一公里” | the last mile
“15分钟生活圈” | 15-minute community life circle
“1+3+N”模式 | the 1+3+N model
每千人口医生3名 | three doctors per 1,000 people
十年磨一剑 | ten years of hard work
万元户 | households earning 10,000 yuan a year
单位：万元 | Unit: RMB 10,000
国内首个、全球第三个 | the first in China and the third in the world
排名第8位 | ranked eighth
前三季度 | the first three quarters
同比增长一成 | up 10 percent year on year
2018年，公司成立。2019年，公司上市。 | The company was founded in 2018 and went public a year later.
企业从申报到盖章用了3个月 | the firm waited three months for the stamp
从签约到拿到补贴，只过了15天 | the grant arrived within fifteen days of signing
1990年代起步的民营企业 | private firms that started out in the 1990s
没有三篇论文，谈不上融资 | without three papers there is no talk of funding
10月31日15时37分，系统上线 | the system went live at 3:37 pm on Monday
今年前三季度投资1.2万亿元，增长9.9% | investment rose 9.9 percent to 1.2 trillion yuan in the first nine months
从8300万增加到1.3亿以上 | rose from 83 million to over 130 million
该市2018年入选试点，去年扩大范围 | The city joined the pilot in 2018 and widened it in 2020
贷款4.7%，自1994年起计 | loans of 4.7% since 19943
该基金规模为50亿元，首期20亿元 | The fund totals RMB 5 billion, with a first tranche of RMB 2 billion
给予最高不超过100万元的一次性奖励 | a one-time reward of up to RMB 1 million
按实际投资额的30%给予补贴，最高500万元 | subsidies at 30% of actual investment, capped at 5 million yuan
每年安排不少于10亿元专项资金 | no less than RMB1 billion in earmarked funds a year
企业所得税减按15%征收 | corporate income tax at a reduced rate of 15 percent
研发费用加计扣除比例由75%提高至100% | The super deduction for R&D expenses rose from 75% to 100%
“三免三减半” | three years of exemption and three years at half rate
两免三减半 | a two-year exemption followed by a three-year 50% reduction
办理时限由20个工作日压缩至5个工作日 | The processing time was cut from 20 working days to five
压减审批事项三分之一以上 | cut the items requiring approval by more than one-third
全程网办率达到98.7% | 98.7 percent can be handled entirely online
企业开办时间压缩至1天 | setting up a company now takes one day
跨省通办事项达到207项 | 207 items
截至2023年底，累计孵化企业1.2万家 | By the end of 2023, it had incubated 12,000 companies
万人发明专利拥有量达到45件 | 45 invention patents per 10,000 people
每万人口高价值发明专利拥有量12件 | 12 high-value patents per 10,000 people
GDP突破1.5万亿元大关 | GDP passed the 1.5 trillion yuan mark
数字经济核心产业增加值占GDP比重达10% | value added of core digital industries accounted for 10% of GDP
总建筑面积约36.8万平方米 | a gross floor area of about 368,000 square meters
占地约220亩 | covers about 220 mu (14.7 hectares)
占地220亩 | covers 14.67 hectares
距离市中心约15公里 | about 15 km from downtown
1小时直达 | within an hour
时速350公里 | at 350 kilometers per hour
投资逾百亿 | more than RMB 10 billion invested
上百家企业落户 | Over a hundred companies have settled here
数以千计的创业者 | thousands of entrepreneurs
十年来，园区企业从几十家增至上千家 | Over the past decade the park grew from dozens of companies to more than a thousand
第十四届全国人大一次会议 | the first session of the 14th National People's Congress
二十届三中全会 | the third plenum of the 20th Central Committee
2024年《政府工作报告》 | the 2024 Report on the Work of the Government
沪府发〔2021〕12号 | Hu Fu Fa [2021] No. 12
（2021）沪01民初123号 | (2021) Hu 01 Min Chu No. 123
第二百一十三条 | Article 213
第3款第（2）项 | item (2) of paragraph 3
自发布之日起30日内 | within 30 days of its publication
有效期至2025年12月31日 | valid until 31 December 2025
2021年至2025年，年均增长8%以上 | an annual average of over 8% between 2021 and 2025
“十三五”期间 | during the 13th Five-Year Plan period (2016–2020)
党的十八大以来 | since the 18th National Congress of the CPC
新中国成立70周年 | the 70th anniversary of the founding of the PRC
“1+N”政策体系 | the 1+N policy framework
“3+2”模式 | the 3+2 model
两山理论 | the Two Mountains theory
“两个毫不动摇” | the two unswervings
三大攻坚战 | three critical battles
四项基本原则 | the Four Cardinal Principles
五大发展理念 | five development concepts
五四运动 | the May Fourth Movement
七七事变 | the July 7 Incident
“双十一” | the Double Eleven shopping festival
A轮融资3000万美元 | a US$30 million Series A round
天使轮 | an angel round
估值达10亿美元的独角兽 | unicorns valued at US$1 billion
市值一度突破万亿港元 | its market value once topped HK$1 trillion
亏损收窄至2.3亿元 | losses narrowed to 230 million yuan
毛利率提升1.2个百分点至35.6% | gross margin rose 1.2 percentage points to 35.6%
环比下降0.3% | down 0.3 percent month on month
连续8个月位于50以上 | above 50 for eight straight months
PMI为50.2 | the PMI stood at 50.2
汇率报7.1 | the rate was 7.1
1美元兑7.1元人民币 | 7.1 yuan to the US dollar
零售价为每公斤12.5元 | 12.5 yuan per kilogram at retail
约20多分钟 | a little over 20 minutes
不到一刻钟 | less than a quarter of an hour
每5年一次 | once every five years
四年一度 | held every four years
6成以上的受访者 | more than six in ten respondents
十分之一 | one tenth
九成九 | 99 percent
十倍 | tenfold
千分之五 | five per thousand
过去一年里 | over the past year
近一年来 | over the past twelve months
近两年 | in the last two years
两年前 | two years ago
五年内 | within five years
三天两夜 | three days and two nights
一年四季 | all year round
一日三餐 | three meals a day
百强企业 | top 100 companies
头部10家企业 | the top ten companies
第一梯队 | the first tier
一线城市 | first-tier cities
新一线城市 | new first-tier cities
四大行 | the Big Four banks
“四小龙” | the Four Little Dragons
“六小龙” | the Six Little Dragons
杭州六小龙 | Hangzhou's "six little dragons"
0到1的突破 | breakthroughs from zero to one
从0到1 | from 0 to 1
“一核两翼” | one core and two wings
三螺旋 | the triple helix
一网通办 | one-stop online services
“五个一批” | the Five Batches
996工作制 | the 996 work schedule
007 | 007
35岁危机 | the age-35 crisis
60亿参数 | 6 billion parameters
6710亿参数 | 671 billion parameters
14.8万亿tokens | 14.8 trillion tokens
557.6万美元 | US$5.576 million
2048块H800 | 2,048 H800 GPUs
万卡集群 | a 10,000-GPU cluster
128K上下文 | a 128K context window
R1模型 | the R1 model
DeepSeek-V3 | DeepSeek-V3
"""

WRONG = """
该基金规模为50亿元 | The fund totals RMB 50 billion
给予最高不超过100万元的奖励 | a reward of up to RMB 10 million
按实际投资额的30%给予补贴 | subsidies at 3% of actual investment
由20个工作日压缩至5个工作日 | cut from 20 working days to six
压减审批事项三分之一以上 | cut by more than one-quarter
累计孵化企业1.2万家 | incubated 1,200 companies
GDP突破1.5万亿元大关 | GDP passed the 150 billion yuan mark
总建筑面积约36.8万平方米 | about 36,800 square meters
占地220亩 | covers 220 hectares
时速350公里 | at 350 miles per hour
投资逾百亿 | more than RMB 1 billion invested
第十四届全国人大 | the 13th National People's Congress
二十届三中全会 | the fourth plenum of the 20th Central Committee
沪府发〔2021〕12号 | Hu Fu Fa [2021] No. 21
第二百一十三条 | Article 203
自发布之日起30日内 | within 3 days of its publication
有效期至2025年12月31日 | valid until 31 November 2025
A轮融资3000万美元 | a US$300 million Series A round
A轮融资3000万美元 | a 30 million yuan Series A round
毛利率提升1.2个百分点 | gross margin rose 12 percentage points
连续8个月 | for nine straight months
约20多分钟 | a little over 20 hours
每5年一次 | once every four years
九成九 | 9.9 percent
十倍 | a hundredfold
近两年 | in the last three years
三天两夜 | four days and two nights
百强企业 | top 10 companies
四大行 | the Big Five banks
6710亿参数 | 67.1 billion parameters
557.6万美元 | US$55.76 million
2048块H800 | 2,408 H800 GPUs
二十年 | a decade
几十家增至上千家 | from dozens to hundreds
七成以上 | more than 17 percent
一倍 | tripled
两三年 | five or six years
数亿元 | tens of millions of yuan
补贴15万元 | a subsidy of RMB 1.5 million
补贴15万元 | a subsidy of RMB 15,000
补贴15万元 | a subsidy of RMB 15 million
补贴15万元 | a subsidy
估值过亿 | a valuation of over 10 million
估值过亿 | a valuation of over one billion
1.5亿元 | RMB 1.5 billion
1.5亿元 | 15 million yuan
千亿级产业集群 | a hundred-million-yuan industrial cluster
万亿元产业 | a billion-yuan industry
等了3个月才批下来 | it took three years
等了3个月才批下来 | it took four months
等了3个月才批下来 | it took three weeks
仅用15天 | just 50 days
仅用15天 | just five days
1990年代 | the 1980s
上世纪九十年代 | the eighties
没有三篇论文 | without four papers
没有三篇论文 | without two papers
近百家企业 | nearly 1,000 companies
数十家企业 | hundreds of companies
数千万元 | millions of yuan
三成以上 | more than 13%
三成以上 | more than 3%
打八折 | 80 percent off
打八折 | 8 percent off
增长了两倍 | increased by 20%
三分之二 | one third
百分之五 | 15 percent
千分之三 | 3%
下降2个百分点 | fell by 20 percentage points
25个基点 | 2.5 percentage points
0.5个百分点 | five percentage points
半年内 | within three months
一年半 | 15 months
第三季度 | in the second quarter
2017年9月1日 | August 1, 2017
2017年9月1日 | September 1, 2018
2017年9月1日 | September 11, 2017
下午3点30分 | 4:30 p.m.
15时30分 | at 14:30
1500亩 | 150 hectares
1500亩 | 1,500 hectares
500亩 | 50 hectares
3万公里 | 3,000 km
300公里 | 300 miles
960万平方公里 | 960,000 square kilometers
500斤 | 500 kg
人民币1000亿元 | RMB 1 trillion
1亿元 | US$100 million
10亿美元 | RMB 1 billion
10亿美元 | €1 billion
10亿港元 | US$1 billion
国发〔2017〕35号 | Guo Fa [2017] No. 53
国发〔2017〕35号 | Guo Fa [2007] No. 35
021-12345678 | 021-12345687
“十四五”规划 | the 13th Five-Year Plan
十九届四中全会 | the third plenary session of the 19th Central Committee
GPT-4发布 | GPT-5 was released
5G基站 | 4G base stations
1990年至2000年 | between 1990 and 2010
3至5年 | three to six years
5万至10万元 | 50,000 to 1 million yuan
5-10万元 | 5,000-10,000 yuan
两三个月 | four or five months
前十名 | the top five
世界500强 | the world's top 50
18个省份 | eight provinces
三大任务 | two major tasks
五部门 | six departments
1.2亿人次 | 12 million visits
1亿2000万 | 102 million
两个亿 | 20 million
一百多年 | more than ten years
三十年 | two decades
2035年远景目标 | objectives through 2025
21世纪 | the 20th century
过半 | more than a third
成本降低一半 | costs fell by a third
7纳米芯片 | 14 nm chips
每周三次 | twice a week
面积100平方米 | 1,000 square metres
首笔 | the second loan
第一季度 | the second quarter
12.5% | 1.25%
1:3 | 1:4
三倍 | doubled
"""


def pairs(table: str) -> list[tuple[str, str]]:
    lines = (line.split(" | ") for line in table.strip().splitlines())
    return [(source, target) for source, target in lines]


@pytest.mark.parametrize(("source", "target"), pairs(RIGHT))
def test_a_right_translation_passes(source: str, target: str) -> None:
    assert messages(source, target) == []


@pytest.mark.parametrize(("source", "target"), pairs(WRONG))
def test_a_wrong_translation_is_told_of(source: str, target: str) -> None:
    assert messages(source, target)


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        (
            "补贴15万元",
            "a subsidy of RMB 1.5 million",
            ["15万元 (150,000) is not in the English; found RMB 1.5 million (1,500,000)"],
        ),
        (
            "15万人",
            "1.5 million people",
            ["15万 (150,000) is not in the English; found 1.5 million (1,500,000)"],
        ),
        ("补贴15万元", "a subsidy", ["15万元 (150,000) is not in the English"]),
        ("三成以上", "more than 13%", ["三成 (30%) is not in the English; found 13%"]),
        ("三分之二", "one third", ["三分之二 (2/3) is not in the English; found one third (1/3)"]),
        ("15时30分", "at 14:30", ["15时30分 (15:30) is not in the English; found 14:30"]),
        ("2017年9月1日", "September 1, 2018", ["2017年 is not in the English; found 2018"]),
        ("12.5%", "1.25%", ["12.5% is not in the English; found 1.25%"]),
        ("加强监管", "five tougher rules for 30 firms", ["30 is not in the Chinese"]),
        ("3家、3家和5家", "3 firms, 5 firms and 5 firms", ["3 is fewer times in the English; found 5"]),
        ("GPT-4发布", "GPT-5 was released", ["GPT-4 is not in the English; found GPT-5"]),
        ("第35号", "No. 53", ["第35 is not in the English; found 53"]),
    ],
)
def test_the_message_says_what_is_missing_and_what_is_there(
    source: str, target: str, expected: list[str]
) -> None:
    assert messages(source, target) == expected


def test_several_numbers_are_told_of_each() -> None:
    assert len(messages("3家、15万元和9月", "four firms, 1.5 million yuan, in August")) == 3


def test_only_finished_english_is_checked() -> None:
    assert messages("15万元", "") == []
    assert messages("15万元", "1.5 million yuan", language="zh-Hant") == []
    assert messages("15万元", "1.5 million yuan", fuzzy=True) == []


def test_markdown_is_read_as_its_reader_sees_it() -> None:
    assert messages("补贴**15万**元[^2]", "a subsidy of **RMB 150,000**[^2]") == []
    assert messages("见[公告](https://a.cn/2024/1)", "see the [notice](https://a.cn/2025/3)") == []


def test_a_finding_names_its_unit_and_is_an_error() -> None:
    (finding,) = check_numbers(Unit(Entry(Key("", "15天"), "50 days"), "en"))
    assert (finding.code, finding.severity, finding.segment) == ("number-mismatch", Severity.ERROR, "15天")
    assert finding.code in {code.name for code in CODES}


def test_the_example_of_the_code_is_true() -> None:
    (code,) = CODES
    assert messages(*code.wrong.split(" / ")) and not messages(*code.right.split(" / "))


DATA = Path(os.environ.get("DUIZHAO_DATA", "no-data"), "hkma")


@pytest.mark.skipif(not DATA.is_dir(), reason="DUIZHAO_DATA does not lead to the shared chapters")
def test_the_figures_hold_on_the_shared_chapters() -> None:
    """At most 2.5 % of good pairs flagged, 93 % of changed digits and 98 % of swapped scales caught."""
    pairs = [pair for path in sorted(DATA.glob("*.jsonl")) for pair in quantities.read(path)]
    flags = quantities.by_value(pairs)
    assert sum(flags) <= 0.025 * len(pairs)
    clean = [pair for pair, flagged in zip(pairs, flags, strict=True) if not flagged]
    for error, least in {"digit changed": 0.93, "million/billion": 0.98}.items():
        wrong = list(quantities.injected(clean, error, seed=0))
        assert sum(quantities.by_value(wrong)) >= least * len(wrong), error
