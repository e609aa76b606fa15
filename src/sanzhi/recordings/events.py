"""What can happen to a recording. No personal data in the facts: only hashes, moments, kinds."""

from sanzhi.kernel.events import Event

UPLOAD_BEGUN = Event("recordings.upload_begun", "开始上传“{moment}”的音像记录，{size}字节")
UPLOAD_CANCELLED = Event("recordings.upload_cancelled", "放弃上传：{reason}")
UPLOAD_REPEATED = Event("recordings.upload_repeated", "重复上传“{moment}”的同一文件，未另存")
MOMENT_RECORDED = Event("recordings.moment_recorded", "上传“{moment}”的{kind}，SHA-256 {sha256}")
RECORDING_KEPT = Event("recordings.recording_kept", "入库{kind}，{size}字节，SHA-256 {sha256}")
RECORDING_PLAYED = Event("recordings.recording_played", "调阅音像记录：{reason}")
RECORDING_DOWNLOADED = Event("recordings.recording_downloaded", "复制音像记录：{reason}")
RECORDING_VERIFIED = Event("recordings.recording_verified", "核验原件：{outcome}")
GAP_EXPLAINED = Event("recordings.gap_explained", "说明“{moment}”音像记录的缺漏：{reason}")
GAP_ACCEPTED = Event("recordings.gap_accepted", "审定“{moment}”音像记录的缺漏说明")
GAP_RETURNED = Event("recordings.gap_returned", "退回“{moment}”音像记录的缺漏说明：{reason}")
RECORDING_CONFIRMED = Event("recordings.recording_confirmed", "确认音像的时间（{doubt}）")
