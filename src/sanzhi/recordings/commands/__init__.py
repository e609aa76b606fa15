"""The recordings' verbs. Bytes themselves arrive outside commands (arriving.py): they are nothing until finished."""

from sanzhi.recordings.commands.accept_gap import AcceptGap, accept_gap
from sanzhi.recordings.commands.begin_upload import BeginUpload, begin_upload
from sanzhi.recordings.commands.cancel_upload import CancelUpload, cancel_upload
from sanzhi.recordings.commands.confirm_recording import ConfirmRecording, confirm_recording
from sanzhi.recordings.commands.explain_gap import ExplainGap, explain_gap
from sanzhi.recordings.commands.finish_or_end import finish_or_end
from sanzhi.recordings.commands.finish_upload import FinishUpload, finish_upload
from sanzhi.recordings.commands.record_download import RecordDownload, record_download
from sanzhi.recordings.commands.record_playback import RecordPlayback, record_playback
from sanzhi.recordings.commands.return_gap import ReturnGap, return_gap
from sanzhi.recordings.commands.take_in import take_in
from sanzhi.recordings.commands.verify_recording import VerifyRecording, verify_recording

__all__ = [
    "AcceptGap",
    "BeginUpload",
    "CancelUpload",
    "ConfirmRecording",
    "ExplainGap",
    "FinishUpload",
    "RecordDownload",
    "RecordPlayback",
    "ReturnGap",
    "VerifyRecording",
    "accept_gap",
    "begin_upload",
    "cancel_upload",
    "confirm_recording",
    "explain_gap",
    "finish_or_end",
    "finish_upload",
    "record_download",
    "record_playback",
    "return_gap",
    "take_in",
    "verify_recording",
]
