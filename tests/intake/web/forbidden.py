"""Addresses that must never be asked: each leads to this machine or its network, or would in some program."""

__all__ = ["FORBIDDEN", "FORBIDDEN_IPS"]

# With `{port}` where a server on this machine listens.
FORBIDDEN = (
    # this machine, written out in all ways
    "http://127.0.0.1:{port}/", "http://127.0.0.1.:{port}/", "http://127.1:{port}/", "http://127.0.1:{port}/",
    "http://2130706433:{port}/", "http://0x7f000001:{port}/", "http://0x7f.0.0.1:{port}/", "http://0x7f.1:{port}/",
    "http://017700000001:{port}/", "http://0177.0.0.1:{port}/", "http://0177.0.0.01:{port}/",
    "http://00000177.0.0.1:{port}/", "http://127.0.0.0x1:{port}/", "http://127.255.255.254:{port}/",
    "http://%31%32%37.0.0.1:{port}/", "http://１２７.0.0.1:{port}/", "http://127。0。0。1:{port}/",
    "http://①②⑦.⓪.⓪.①:{port}/", "HTTP:\\\\127.0.0.1:{port}\\", "http:/127.0.0.1:{port}/", "http:127.0.0.1:{port}/",
    "http:////127.0.0.1:{port}/", "\thttp://127.0.0.1:{port}/\n", "https://127.0.0.1:{port}/",
    "http://0:{port}/", "http://0.0.0.0:{port}/", "http://0x0:{port}/",
    # names
    "http://localhost:{port}/", "http://LOCALHOST.:{port}/", "http://elbe.localhost:{port}/", "http://ｌocalhost:{port}/",
    "http://printer:{port}/", "http://router.local:{port}/", "http://wiki.internal:{port}/", "http://nas.lan:{port}/",
    "http://private.example:{port}/", "http://mixed.example:{port}/", "http://six.example:{port}/",
    # somebody before an @, and what only looks so
    "http://elbkurier.example@127.0.0.1:{port}/", "http://elbkurier.example:80@127.0.0.1:{port}/",
    "http://127.0.0.1:{port}\\@elbkurier.example/", "http://127.0.0.1:{port}#@elbkurier.example/",
    # IPv6, and IPv4 inside it
    "http://[::1]:{port}/", "http://[0:0:0:0:0:0:0:1]:{port}/", "http://[::]:{port}/",
    "http://[::ffff:127.0.0.1]:{port}/", "http://[::ffff:7f00:1]:{port}/", "http://[::127.0.0.1]:{port}/",
    "http://[64:ff9b::127.0.0.1]:{port}/", "http://[64:ff9b:1::7f00:1]:{port}/", "http://[2002:7f00:1::]:{port}/",
    "http://[2001::7f00:1]:{port}/", "http://[fe80::1%25lo]:{port}/", "http://[::1%25lo]:{port}/",
    "http://[fc00::1]:{port}/", "http://[fec0::1]:{port}/", "http://[ff02::1]:{port}/",
    # other networks
    "http://10.0.0.1:{port}/", "http://172.16.0.1:{port}/", "http://192.168.0.1:{port}/",
    "http://169.254.169.254:{port}/", "http://100.64.0.1:{port}/", "http://255.255.255.255:{port}/",
    "http://224.0.0.1:{port}/", "http://192.0.2.1:{port}/", "http://198.18.0.1:{port}/",
    # other ways to speak to it
    "ftp://127.0.0.1:{port}/", "file://127.0.0.1/etc/passwd", "gopher://127.0.0.1:{port}/_GET", "//127.0.0.1:{port}/",
    "http://127.0.0.1\u200b:{port}/", "http://127.0.0.1\r\n:{port}/",
)  # fmt: skip

FORBIDDEN_IPS = (
    "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.0", "100.127.255.255", "127.0.0.1", "127.255.255.255",
    "169.254.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.0.170", "192.0.2.1",
    "192.88.99.1", "192.168.0.0", "192.168.255.255", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1",
    "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
    "::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::ffff:0:127.0.0.1", "64:ff9b::7f00:1",
    "64:ff9b::a00:1", "64:ff9b:1::808:808", "100::1", "2001::1", "2001:2::1", "2001:10::1", "2001:db8::1",
    "2002:7f00:1::", "2002:808:808::", "3fff::1", "5f00::1", "fc00::1", "fd12:3456::1", "fe80::1", "fec0::1",
    "ff02::1", "ff0e::1", "4000::1", "fe80::1%eth0",
)  # fmt: skip
