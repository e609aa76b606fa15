"""Django's settings, all in one file; what a site may choose comes from SANZHI_* (see environment.py)."""

import os
from pathlib import Path

from sanzhi.project import environment

environment.refuse_unknown()
os.umask(0o077)  # whatever the shell says: files of the bureau are the program's alone

BASE_DIR = Path(__file__).resolve().parents[3]
SANZHI_VAR = environment.folder("SANZHI_VAR_DIR", BASE_DIR / "var")
environment.made_private(SANZHI_VAR)
SANZHI_DEMO = environment.switch("SANZHI_DEMO")
SANZHI_PUBLIC_URL = environment.public_url()
SANZHI_STORAGE_ROOT = environment.storage_root(SANZHI_VAR)
SANZHI_LAWS_DIR = environment.folder("SANZHI_LAWS_DIR", BASE_DIR.parent / "shared" / "laws")
SANZHI_TRUSTED_PROXIES = environment.networks("SANZHI_TRUSTED_PROXIES")
SANZHI_IDLE_MINUTES = environment.count("SANZHI_IDLE_MINUTES", 30)
SANZHI_DRAFT_DAYS = environment.count("SANZHI_DRAFT_DAYS", 30)
SANZHI_FONT_DIRS = environment.text("SANZHI_FONT_DIRS", "")
SANZHI_CATALOGUES_DIR = BASE_DIR / "catalogues"
SANZHI_FORMS_DIR = BASE_DIR / "forms"
SANZHI_LEDGER_DIR = SANZHI_VAR / "ledger"
SANZHI_PROCESSES = environment.count("SANZHI_PROCESSES", 2)
SANZHI_THREADS = environment.count("SANZHI_THREADS", 2)
# of each process, most of them waiting: a phone that uploads over a poor network keeps one all the while
SANZHI_WEB_THREADS = 32

DEBUG = environment.switch("SANZHI_DEBUG")
DATABASES = {"default": environment.database(SANZHI_VAR)}
SANZHI_SECRET_KEY_FILE = environment.secret_key_file(SANZHI_VAR)
SECRET_KEY = environment.secret_key(SANZHI_VAR, database=DATABASES["default"]["NAME"])
ALLOWED_HOSTS = environment.host_names(SANZHI_PUBLIC_URL)

INSTALLED_APPS = [
    "sanzhi.kernel.apps.KernelConfig",
    "sanzhi.ledger.apps.LedgerConfig",
    "sanzhi.ui.apps.UiConfig",
    "sanzhi.organisation.apps.OrganisationConfig",
    "sanzhi.applications.apps.ApplicationsConfig",
    "sanzhi.statutes.apps.StatutesConfig",
    "sanzhi.catalogues.apps.CataloguesConfig",
    "sanzhi.documents.apps.DocumentsConfig",
    "sanzhi.amendments.apps.AmendmentsConfig",
    "sanzhi.cases.apps.CasesConfig",
    "sanzhi.penalty.apps.PenaltyConfig",
    "sanzhi.coercion.apps.CoercionConfig",
    "sanzhi.levy.apps.LevyConfig",
    "sanzhi.requisition.apps.RequisitionConfig",
    "sanzhi.licensing.apps.LicensingConfig",
    "sanzhi.recordings.apps.RecordingsConfig",
    "sanzhi.reviews.apps.ReviewsConfig",
    "sanzhi.publications.apps.PublicationsConfig",
    "sanzhi.disclosure.apps.DisclosureConfig",
    "sanzhi.supervision.apps.SupervisionConfig",
    "sanzhi.portal.apps.PortalConfig",
    "sanzhi.demo.apps.DemoConfig",
    "sanzhi.project.apps.ProjectConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "ninja",
]
INSTALLED_APPS = [
    app
    for app in INSTALLED_APPS
    if not app.startswith("sanzhi.") or (BASE_DIR / "src" / Path(*app.split(".")[:2]) / "apps.py").exists()
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "sanzhi.project.middleware.TextGzipMiddleware",
    "sanzhi.project.protection.ProtectionMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "sanzhi.project.protection.IdleMiddleware",
    "sanzhi.project.bodies.BodyMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "sanzhi.project.kept_form.KeptFormMiddleware",
    "sanzhi.project.middleware.OutcomeMiddleware",
]

ROOT_URLCONF = "sanzhi.project.urls"
WSGI_APPLICATION = "sanzhi.project.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "sanzhi.project.context.everywhere",
            ],
        },
    }
]

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

AUTHENTICATION_BACKENDS = ["sanzhi.organisation.backends.OfficerBackend"]
PASSWORD_HASHERS = ["sanzhi.organisation.hashers.SealedHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "organisation:sign-in"
LOGIN_REDIRECT_URL = "supervision:workbench"
LOGOUT_REDIRECT_URL = "organisation:sign-in"

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "static/"
STATIC_ROOT = SANZHI_VAR / "static"
if os.access(SANZHI_VAR, os.W_OK):  # elsewhere the program's own files serve (`page_files`)
    environment.made_private(STATIC_ROOT)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "sanzhi.project.page_files.PageFiles"},
}
# Django's own would open every collected file to all, whatever the umask
FILE_UPLOAD_PERMISSIONS, FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o600, 0o700
WHITENOISE_USE_FINDERS = DEBUG or not (STATIC_ROOT / "staticfiles.json").exists()

SESSION_ENGINE = "sanzhi.project.sessions"
SESSION_COOKIE_AGE = 8 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = SANZHI_PUBLIC_URL.startswith("https://")
CSRF_FAILURE_VIEW = "sanzhi.project.health.stale"
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE
CSRF_TRUSTED_ORIGINS = [SANZHI_PUBLIC_URL] if SANZHI_PUBLIC_URL else []
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_HSTS_SECONDS = 365 * 86400 if SESSION_COOKIE_SECURE else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"  # the PDF preview stands in a frame of our own page
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 << 20

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"sanzhi": {"level": "INFO"}},
}
