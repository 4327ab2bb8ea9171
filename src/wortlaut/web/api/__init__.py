"""The record for programs: REST under `/api/v1`, described by OpenAPI at `/api/v1/openapi.json`.

One module a kind of thing; `answers` has how all of them answer, `asked` what can be asked for.
"""
