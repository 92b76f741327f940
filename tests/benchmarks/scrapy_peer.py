"""The peer: Scrapy over a site, with or without the regular expressions. Prints responses and seconds.

    python -m tests.benchmarks.scrapy_peer URL [EXPRESSION]

Run by `bench_site` where Scrapy is installed; it is no dependency of the project.
"""

import re
import sys
import time

import scrapy
from scrapy.crawler import CrawlerProcess
from scrapy.linkextractors import LinkExtractor


class Peer(scrapy.Spider):
    """Follows every link of the site, pictures and style sheets included."""

    name = "peer"
    handle_httpstatus_all = True
    extractor = LinkExtractor(
        tags=("a", "area", "link", "img", "script"), attrs=("href", "src"), deny_extensions=[]
    )
    expression: re.Pattern[str] | None = None
    responses = 0
    hits = 0

    def parse(self, response, **options):
        Peer.responses += 1
        if not isinstance(response, scrapy.http.TextResponse):
            return
        if self.expression:
            Peer.hits += len(self.expression.findall(response.text))
        if isinstance(response, scrapy.http.HtmlResponse):
            for link in self.extractor.extract_links(response):
                yield scrapy.Request(link.url, self.parse)


def main() -> None:
    url = sys.argv[1]
    Peer.start_urls = [url]
    Peer.expression = re.compile(sys.argv[2], re.IGNORECASE) if len(sys.argv) > 2 else None
    process = CrawlerProcess(
        {"LOG_ENABLED": False, "ROBOTSTXT_OBEY": False, "CONCURRENT_REQUESTS_PER_DOMAIN": 4, "CONCURRENT_REQUESTS": 4,
         "DOWNLOAD_DELAY": 0, "TELNETCONSOLE_ENABLED": False}
    )  # fmt: skip
    process.crawl(Peer)
    began = time.perf_counter()
    process.start()
    print(Peer.responses, time.perf_counter() - began)


if __name__ == "__main__":
    main()
