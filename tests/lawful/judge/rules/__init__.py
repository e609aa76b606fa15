"""The rules, by what they are about; every module here is loaded by the judge."""
