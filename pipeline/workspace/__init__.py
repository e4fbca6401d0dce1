"""The workspace: a folder of plain files, and the jobs that compose the steps over it."""
