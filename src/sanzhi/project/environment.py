"""Reads SANZHI_* from the environment; an unknown or unreadable one refuses to start, and says the fix."""

import os
import secrets
import tempfile
from contextlib import suppress
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from sanzhi.kernel import disk_space, write_trouble
from sanzhi.kernel.file_lock import locked

KNOWN = {
    "SANZHI_VAR_DIR": "数据目录（数据库、文件、日志树），默认为项目下的 var",
    "SANZHI_DATABASE_URL": "数据库，如 sqlite:///var/sanzhi.sqlite3 或 postgresql://用户:密码@主机:5432/库",
    "SANZHI_STORAGE_URL": "文件存储，如 file:///srv/sanzhi/files",
    "SANZHI_SECRET_KEY_FILE": "密钥文件，默认为数据目录下的 secret-key（首次启动时生成）",
    "SANZHI_HOSTS": "允许的主机名，以逗号分隔，如 zhifa.example.gov.cn",
    "SANZHI_TRUSTED_PROXIES": "可信的反向代理地址或者网段，以逗号分隔，如 127.0.0.1,10.0.0.0/8；只信它们报告的来访地址",
    "SANZHI_PROCESSES": "几个进程同时应答网页，默认2；一般与处理器核数相同",
    "SANZHI_THREADS": "每个进程用几个线程应答网页，默认2；正在上传的另有线程，不占用这些",
    "SANZHI_IDLE_MINUTES": "多少分钟没有操作自动退出，默认30",
    "SANZHI_DRAFT_DAYS": "许可申请的草稿多少天没有修改就清除，默认30（建议）",
    "SANZHI_PUBLIC_URL": "公示网的外部地址，印在文书二维码中，如 https://zhifa.example.gov.cn；不设置不能制发文书",
    "SANZHI_FONT_DIRS": "字体目录，以冒号（Windows 为分号）分隔",
    "SANZHI_LAWS_DIR": "法律法规文本目录",
    "SANZHI_DEMO": "1 表示演示数据，每页注明；其他安装不要设置",
    "SANZHI_DEBUG": "1 表示开发模式",
}


def refuse_unknown() -> None:
    unknown = sorted(name for name in os.environ if name.startswith("SANZHI_") and name not in KNOWN)
    if unknown:
        known = "\n".join(f"  {name}  {caption}" for name, caption in KNOWN.items())
        raise ImproperlyConfigured(f"不认识的设置 {'、'.join(unknown)}。请删去或改为下列之一：\n{known}")


def switch(name: str) -> bool:
    value = os.environ.get(name, "0")
    if value not in {"0", "1"}:
        raise ImproperlyConfigured(f"{name}={value!r} 无法识别。请写 {name}=1 或 {name}=0。")
    return value == "1"


def text(name: str, default: str) -> str:
    return os.environ.get(name, default)


def networks(name: str) -> tuple[IPv4Network | IPv6Network, ...]:
    parts = [part.strip() for part in os.environ.get(name, "").split(",") if part.strip()]
    try:
        return tuple(ip_network(part, strict=False) for part in parts)
    except ValueError as wrong:
        raise ImproperlyConfigured(f"{name} 中有不能识别的地址：{wrong}。{KNOWN[name]}。") from wrong


def count(name: str, default: int) -> int:
    value = os.environ.get(name, str(default))
    if not value.isascii() or not value.isdigit() or not 1 <= int(value) <= 10_000:
        raise ImproperlyConfigured(f"{name}={value!r} 无法识别。请写1至10000的整数，如 {name}={default}。")
    return int(value)


def public_url() -> str:
    """Where strangers reach the public site; empty when nobody has said, and then no paper is issued."""
    url = text("SANZHI_PUBLIC_URL", "").rstrip("/")
    parts = urlsplit(url)
    if url and (parts.scheme not in {"http", "https"} or not parts.hostname):
        raise ImproperlyConfigured(
            f"SANZHI_PUBLIC_URL={url!r} 无法识别。请写完整的网址，如 https://zhifa.example.gov.cn。"
        )
    return url


def folder(name: str, default: Path) -> Path:
    path = Path(os.environ.get(name, str(default))).expanduser().resolve()
    if path.exists() and not path.is_dir():
        raise ImproperlyConfigured(f"{name}={path} 不是目录。请指向一个目录。")
    return path


def made_private(path: Path) -> None:
    """The folder, there and the program's alone; one on a disk that may only be read is taken as it is."""
    try:
        path.mkdir(parents=True, exist_ok=True)
        path.chmod(0o700)
    except OSError as failure:
        if not path.is_dir():
            raise ImproperlyConfigured(
                f"目录 {path} 不能建立：{failure.strerror}。请检查磁盘空间和目录权限。"
            ) from failure


def database(var: Path) -> dict[str, Any]:
    """The DATABASES entry that SANZHI_DATABASE_URL describes; SQLite below `var` by default."""
    url = os.environ.get("SANZHI_DATABASE_URL", f"sqlite:///{(var / 'sanzhi.sqlite3').as_posix()}")
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        path = unquote(parts.path)
        # sqlite:////absolute/path and sqlite:///C:/path and sqlite:///relative/path
        name = path[1:] if path[1:2] == "/" or path[2:3] == ":" or not Path(path).parent.exists() else path
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": _for_reading(Path(name)) or name,
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                # FULL: an act that was confirmed to a citizen must survive a power cut
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
                " PRAGMA cache_size=-20000;",
            },
        }
    if parts.scheme in {"postgres", "postgresql"}:
        try:
            port = parts.port
        except ValueError as wrong:
            raise ImproperlyConfigured("SANZHI_DATABASE_URL 的端口不是数字。") from wrong
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path[1:]),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            # ?host=/a/folder names the folder of a Unix socket, as libpq reads it
            "HOST": parts.hostname or dict(parse_qsl(parts.query)).get("host", ""),
            "PORT": str(port or ""),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
        }
    raise ImproperlyConfigured(
        f"SANZHI_DATABASE_URL 的类型 {parts.scheme!r} 不支持。{KNOWN['SANZHI_DATABASE_URL']}。"
    )


def _for_reading(place: Path) -> str:
    """SQLite's address of a database on a disk that takes no writes, which its log of writes would need; "" elsewhere.

    On a full disk the log is read as well and whoever writes is noticed, but its index is kept in memory: on the disk it
    would need room. On one that may only be read, a database whose last writes still lie beside it (`-wal`) is opened as
    it is: they would not be seen.
    """
    wal = place.with_name(f"{place.name}-wal")
    if not place.is_file():
        return ""
    if not os.access(place.parent, os.W_OK):
        return "" if wal.exists() else f"{place.resolve().as_uri()}?immutable=1"
    if not disk_space.is_full(place.parent):
        return ""
    with suppress(OSError):
        place.with_name(f"{place.name}-shm").touch(mode=0o600)  # empty, it needs no room, but must be there
    return f"{place.resolve().as_uri()}?{write_trouble.WHEN_FULL}"


def storage_root(var: Path) -> Path:
    url = os.environ.get("SANZHI_STORAGE_URL", (var / "files").as_uri())
    parts = urlsplit(url)
    if parts.scheme != "file" or not parts.path:
        raise ImproperlyConfigured(
            f"SANZHI_STORAGE_URL={url} 不支持。请写本机目录，如 file:///srv/sanzhi/files。"
        )
    return Path(unquote(parts.path))


def secret_key_file(var: Path) -> Path:
    return Path(os.environ.get("SANZHI_SECRET_KEY_FILE", str(var / "secret-key")))


def secret_key(var: Path, *, database: str = "") -> str:
    """The installation's key, made once with mode 0600; never where `database` (a file) or the log has begun."""
    path = secret_key_file(var)
    try:
        if not path.exists():
            if _has_content(Path(database)) or (var / "ledger" / "log" / "checkpoint").exists():
                raise ImproperlyConfigured(
                    f"已有数据，但密钥文件 {path} 不见了。请从另存的地方放回原来的文件；系统不会另造密钥。"
                    f"确实找不回来的，另造一个（40个以上随机字符）放在那里，再运行 manage.py replace_secret --reason 理由 --as 系统管理员的登录名。"
                )
            _make_key(path)
        key = path.read_text().strip()
    except OSError as failure:
        raise ImproperlyConfigured(
            f"无法读写密钥文件 {path}：{failure.strerror}。请检查目录权限。"
        ) from failure
    except UnicodeDecodeError as wrong:
        raise ImproperlyConfigured(f"密钥文件 {path} 已损坏。请从另存的地方放回原来的文件。") from wrong
    if len(key) < 40:
        raise ImproperlyConfigured(f"密钥文件 {path} 内容过短。请从另存的地方放回原来的文件。")
    return key


def _has_content(database: Path) -> bool:
    return database.is_file() and database.stat().st_size > 0


def _make_key(path: Path) -> None:
    """Whole or not at all, and once: two first starts at a time agree on one key."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with locked(path.with_name(f"{path.name}.lock")):
        if path.exists():
            return
        handle, name = tempfile.mkstemp(dir=path.parent)  # mode 0600
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(64))
        os.replace(name, path)


def host_names(public_url: str) -> list[str]:
    named = [name.strip() for name in os.environ.get("SANZHI_HOSTS", "").split(",") if name.strip()]
    public = urlsplit(public_url).hostname
    return [*named, *([public] if public else []), "localhost", "127.0.0.1", "[::1]"]
