"""Findings as JUnit XML, which CI servers (Jenkins, GitLab, Azure) show as test results."""

from collections.abc import Iterator
from itertools import groupby
from xml.etree import ElementTree as ET

from pipeline.model import Finding
from pipeline.report.findings import fails, line
from pipeline.report.texts import inert, sides
from pipeline.results import Checked


def as_junit(checked: Checked) -> Iterator[str]:
    """Yields a suite a file and a case a finding; a finding below what fails the check is a case that passes.

    A check without findings is one case that passes, since a report without a case counts as broken.
    """
    root = ET.Element("testsuites", name="duizhao")
    ordered = sorted(checked.findings, key=lambda finding: finding.location.path)
    for path, found in groupby(ordered, key=lambda finding: finding.location.path):
        _count(_suite(root, inert(path), list(found), checked.fail_on))
    if not ordered:
        ET.SubElement(ET.SubElement(root, "testsuite", name="duizhao"), "testcase", name="check")
        _count(root[0])
    _count(root)
    ET.indent(root)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield ET.tostring(root, "unicode")


def _suite(root: ET.Element, path: str, findings: list[Finding], fail_on: str) -> ET.Element:
    suite = ET.SubElement(root, "testsuite", name=path)
    for finding in findings:
        name = f"{finding.code} at line {finding.location.line}" if finding.location.line else finding.code
        case = ET.SubElement(suite, "testcase", classname=path, name=name, file=path)
        told = "\n".join([line(finding), *(f"{language}: {text}" for language, text, _ in sides(finding))])
        if fails([finding], fail_on):
            ET.SubElement(case, "failure", type=finding.code, message=inert(finding.message)).text = told
        else:
            ET.SubElement(case, "system-out").text = told
    return suite


def _count(element: ET.Element) -> None:
    element.set("tests", str(len(element.findall(".//testcase"))))
    element.set("failures", str(len(element.findall(".//failure"))))
    element.set("errors", "0")
