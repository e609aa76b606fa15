"""备份与恢复: a copy of everything while the work goes on, proved to be one, and put into an empty place.

A backup folder holds `files/`, shared by all backups in it, and one folder for each backup, whose `manifest.json` is
written last: without it the backup is not whole, and nobody restores it.
"""
