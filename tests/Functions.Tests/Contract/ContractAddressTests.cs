using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Functions.Tests.Support;
using PaymentOperations.Merchants;
using Testing.Contract;

namespace Functions.Tests.Contract;

public sealed class ContractAddressTests
{
    [Fact]
    public async Task the_document_is_served_without_a_key_as_it_is_in_the_sources()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.GetAsync("openapi.json");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        JsonNode
            .DeepEquals(JsonNode.Parse(await response.Content.ReadAsStringAsync()), ContractDocument.Current.Root)
            .ShouldBeTrue();
    }

    [Theory]
    [InlineData("openapi.json")]
    [InlineData("docs")]
    public async Task a_cache_that_has_it_is_told_so(string path)
    {
        await using var sut = await TestApp.StartAsync();
        using var first = await sut.Http.GetAsync(path);

        var tag = first.Headers.ETag!.ToString();
        using var same = await sut.Http.SendAsync(new HttpRequestMessage(HttpMethod.Get, path).With("If-None-Match", tag));
        using var weak = await sut.Http.SendAsync(
            new HttpRequestMessage(HttpMethod.Get, path).With("If-None-Match", $"\"old\", W/{tag}")
        );
        using var other = await sut.Http.SendAsync(new HttpRequestMessage(HttpMethod.Get, path).With("If-None-Match", "\"old\""));

        first.Headers.CacheControl!.ToString().ShouldBe("public, max-age=300");
        same.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await same.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        same.Headers.ETag!.ToString().ShouldBe(tag);
        weak.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        other.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task the_page_runs_its_own_script_and_style_and_nothing_else()
    {
        await using var sut = await TestApp.StartAsync();

        using var response = await sut.Http.GetAsync("docs");

        response.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'none'; style-src 'sha256-");
        policy.ShouldContain("script-src 'sha256-");
        policy.ShouldNotContain("unsafe");
    }

    [Theory]
    [InlineData("http://127.0.0.1:7071", true)]
    [InlineData("http://localhost:7071", true)]
    [InlineData("https://pay.example.com", false)]
    public async Task only_a_sandboxs_page_may_send_calls(string address, bool expected)
    {
        await using var sut = await TestApp.StartAsync(("Public__BaseUrl", address));

        var page = await sut.Http.GetStringAsync("docs");

        page.Contains("""<meta name="sandbox" """, StringComparison.Ordinal).ShouldBe(expected);
        page.ShouldNotContain("<!--");
    }

    [Fact]
    public async Task the_page_of_an_app_with_real_money_sends_no_calls_whatever_its_address()
    {
        await using var sut = await TestApp.StartAsync();
        sut.Merchants.All =
        [
            .. sut.Merchants.All.Select(merchant =>
                merchant.Id.Text == "JT04" ? merchant with { Environment = GatewayEnvironment.Live } : merchant
            ),
        ];

        var page = await sut.Http.GetStringAsync("docs");

        page.ShouldNotContain("""<meta name="sandbox" """);
    }

    [Fact]
    public async Task the_page_is_small_and_names_nothing_outside()
    {
        await using var sut = await TestApp.StartAsync();

        var page = await sut.Http.GetStringAsync("docs");

        Encoding.UTF8.GetByteCount(page).ShouldBeLessThan(65_000);
        page.ShouldNotContain("://");
        page.ShouldNotContain("/*style*/");
        page.ShouldNotContain("/*script*/");
        Regex.IsMatch(page, @"\son\w+\s*=\s*[""']", RegexOptions.None, TimeSpan.FromSeconds(5)).ShouldBeFalse();
    }
}
