"""The tables of a store, and how a link finds its article in them."""

APPLICATION_ID = 0x4361_7272
"""`Carr`: marks a SQLite file as a store of Carrel."""
SCHEMA_VERSION = 4

TABLES = """
CREATE TABLE articles (
    row INTEGER PRIMARY KEY,
    path BLOB NOT NULL UNIQUE,
    key TEXT NOT NULL,
    holds INTEGER NOT NULL DEFAULT 1,
    slug TEXT NOT NULL,
    slug_code INTEGER NOT NULL,
    id,
    subject_key TEXT NOT NULL,
    subject TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    title TEXT NOT NULL,
    date TEXT,
    no_index INTEGER NOT NULL,
    url TEXT NOT NULL,
    question TEXT NOT NULL,
    description TEXT NOT NULL,
    keywords TEXT NOT NULL,
    author TEXT NOT NULL,
    date_format TEXT NOT NULL,
    post_on_text TEXT NOT NULL,
    score REAL,
    schema TEXT NOT NULL,
    article_title TEXT NOT NULL,
    seo_title TEXT NOT NULL,
    file_name TEXT NOT NULL,
    extra TEXT NOT NULL,
    body TEXT NOT NULL,
    answer TEXT NOT NULL
);
CREATE INDEX articles_by_key ON articles (key, path, holds);
CREATE INDEX articles_by_slug ON articles (slug_code, subject_key);
CREATE INDEX articles_by_id ON articles (id, slug_code);
CREATE INDEX articles_of_subject ON articles (subject_key, sort_key, key) WHERE holds AND NOT no_index;
CREATE INDEX articles_in_order ON articles (sort_key, key) WHERE holds AND NOT no_index;
CREATE INDEX articles_without_key ON articles (path) WHERE NOT holds;

CREATE TABLE links (
    source INTEGER NOT NULL,
    number INTEGER NOT NULL,
    url TEXT NOT NULL,
    slug TEXT NOT NULL,
    slug_code INTEGER NOT NULL,
    subject_key TEXT NOT NULL,
    id,
    title TEXT NOT NULL,
    subject TEXT NOT NULL,
    PRIMARY KEY (source, number)
) WITHOUT ROWID;
CREATE INDEX links_by_slug ON links (slug_code);
CREATE INDEX links_by_id ON links (id);

CREATE TABLE subjects (
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    files INTEGER NOT NULL,
    listed INTEGER NOT NULL,
    PRIMARY KEY (key, name)
) WITHOUT ROWID;

CREATE TABLE problems (
    path BLOB NOT NULL,
    code TEXT NOT NULL,
    severity TEXT NOT NULL,
    line INTEGER,
    message TEXT NOT NULL
);
CREATE INDEX problems_by_path ON problems (path);

CREATE TABLE identity (name TEXT NOT NULL);
INSERT INTO identity VALUES (lower(hex(randomblob(8))));
CREATE TABLE changes (number INTEGER PRIMARY KEY AUTOINCREMENT, row INTEGER NOT NULL UNIQUE);
CREATE TABLE files (
    folder BLOB NOT NULL,
    name BLOB NOT NULL,
    stamp BLOB NOT NULL,
    PRIMARY KEY (folder, name)
) WITHOUT ROWID;

CREATE TABLE obstacles (
    path BLOB NOT NULL,
    code TEXT NOT NULL,
    severity TEXT NOT NULL,
    line INTEGER,
    message TEXT NOT NULL
);

CREATE TRIGGER article_removed AFTER DELETE ON articles BEGIN
    DELETE FROM changes WHERE row = old.row;
    INSERT INTO changes (row) VALUES (old.row);
    UPDATE subjects SET files = files - 1, listed = listed - (old.holds AND NOT old.no_index)
    WHERE key = old.subject_key AND name = old.subject;
    DELETE FROM subjects WHERE key = old.subject_key AND name = old.subject AND files = 0;
    DELETE FROM links WHERE source = old.row;
END;
CREATE TRIGGER article_changed AFTER UPDATE OF subject_key, subject, holds, no_index ON articles BEGIN
    INSERT INTO subjects VALUES (new.subject_key, new.subject, 1, new.holds AND NOT new.no_index)
    ON CONFLICT DO UPDATE SET files = files + 1, listed = listed + excluded.listed;
    UPDATE subjects SET files = files - 1, listed = listed - (old.holds AND NOT old.no_index)
    WHERE key = old.subject_key AND name = old.subject;
    DELETE FROM subjects WHERE key = old.subject_key AND name = old.subject AND files = 0;
END;
CREATE TRIGGER article_rewritten AFTER UPDATE ON articles WHEN
    new.key IS NOT old.key OR new.holds IS NOT old.holds OR new.slug IS NOT old.slug OR
    new.id IS NOT old.id OR new.subject_key IS NOT old.subject_key OR new.title IS NOT old.title OR
    new.date IS NOT old.date OR new.question IS NOT old.question OR
    new.description IS NOT old.description OR new.keywords IS NOT old.keywords OR
    new.author IS NOT old.author OR new.body IS NOT old.body OR new.answer IS NOT old.answer
BEGIN
    DELETE FROM changes WHERE row = new.row;
    INSERT INTO changes (row) VALUES (new.row);
END;
"""
"""`slug_code` is a number for a slug that few others share: an index of the slugs themselves would be most of
what an import writes. `files` holds the stamps of all that was read, article or not; `obstacles` are the
problems that a walk through the folders meets. `holds` is 0 for a file whose key a file with a smaller path has
too. `subjects` counts the articles of each spelling of a subject, and `changes` numbers the last change of each
row, so that a search index can ask what it has not seen; triggers keep both right when articles change or go.
Whoever adds articles notes them there, many at a time: a trigger on each would make SQLite set aside every page
that it touches."""

SUBJECT_NAME = "(SELECT name FROM subjects WHERE key = {key} ORDER BY files DESC, name LIMIT 1)"
"""The most frequent spelling of a subject, as a subquery on `{key}`."""

_FIRST = "SELECT row FROM articles AS target WHERE {} AND holds ORDER BY path LIMIT 1"
_SAME_SLUG = "slug_code = link.slug_code AND slug = link.slug AND slug <> ''"
_SAME_ID = (
    "id = link.id AND NOT EXISTS"
    " (SELECT 1 FROM articles AS other WHERE other.id = link.id"
    " AND (other.slug_code <> target.slug_code OR other.slug <> target.slug))"
)
_SAME_SUBJECT = "subject_key = link.subject_key"

TARGET_OF_LINK = f"""coalesce(
    ({_FIRST.format("key = link.url")}),
    ({_FIRST.format(f"{_SAME_SLUG} AND {_SAME_SUBJECT}")}),
    ({_FIRST.format(_SAME_SLUG)}),
    ({_FIRST.format(f"{_SAME_ID} AND {_SAME_SUBJECT}")}),
    ({_FIRST.format(_SAME_ID)})
)"""
"""The row of the article that a `link` leads to, or NULL: by url, else by slug (its named subject first), else by
an id that one article, or its copies, have alone."""
