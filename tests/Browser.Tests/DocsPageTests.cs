using Microsoft.Playwright;
using PaymentGateway.Http.Problems;

namespace Browser.Tests;

public sealed class DocsPageTests(ServedPage served)
{
    private const int PhoneWidth = 390;
    private const int PhoneHeight = 844;

    [Theory]
    [InlineData(1440, 900, ColorScheme.Light)]
    [InlineData(1440, 900, ColorScheme.Dark)]
    [InlineData(PhoneWidth, PhoneHeight, ColorScheme.Light)]
    [InlineData(PhoneWidth, PhoneHeight, ColorScheme.Dark)]
    public async Task the_page_opens_without_a_complaint_and_asks_nobody_else(int width, int height, ColorScheme scheme)
    {
        await using var sut = await served.OpenAsync(width, height, scheme);

        await sut.PhotographAsync($"top-{width}-{scheme}");

        sut.Complaints.ShouldBeEmpty();
        sut.Requests.Where(url => !url.StartsWith("data:", StringComparison.Ordinal))
            .ShouldBe([$"{served.Address}api/docs", $"{served.Address}api/openapi.json"]);
    }

    [Fact]
    public async Task every_operation_is_listed_and_shown_with_a_call()
    {
        await using var sut = await served.OpenAsync(1440, 900);
        var ids = await OperationIdsAsync(sut.Page);

        ids.Length.ShouldBeGreaterThan(10);
        foreach (var id in ids)
        {
            (await sut.Page.Locator($"nav a[href='#{id}']").IsVisibleAsync()).ShouldBeTrue(id);
            (await sut.Page.Locator($"#{id} .shell pre").First.InnerTextAsync()).ShouldStartWith("curl", customMessage: id);
        }
    }

    [Fact]
    public async Task every_error_that_an_answer_names_leads_to_its_explanation()
    {
        await using var sut = await served.OpenAsync(1440, 900);

        var broken = await sut.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href')).filter(to => !document.getElementById(to.slice(1)))"
        );

        broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task what_the_type_of_each_error_points_to_is_there()
    {
        await using var sut = await served.OpenAsync(1440, 900);
        var frame = new RequestFrame("", new Uri(served.Address, "api/docs").AbsoluteUri);

        // One is opened as its address stands; the others are places of the same page.
        await sut.Page.GotoAsync("about:blank");
        await sut.Page.GotoAsync(frame.AddressOf(ErrorCodes.All[^1]));
        await sut.Page.Locator("main[aria-busy=false]").WaitForAsync();
        foreach (var code in ErrorCodes.All.Reverse())
        {
            var type = new Uri(frame.AddressOf(code));
            await sut.Page.EvaluateAsync("fragment => location.hash = fragment", type.Fragment);

            var explained = sut.Page.Locator(type.Fragment);
            await Assertions.Expect(explained).ToBeInViewportAsync();
            (await explained.InnerTextAsync()).ShouldStartWith($"{code.Code} HTTP {code.Status}.");
            sut.Page.Url.ShouldBe(type.AbsoluteUri);
        }
    }

    [Fact]
    public async Task a_copied_call_is_the_call_that_is_shown()
    {
        await using var sut = await served.OpenAsync(1440, 900);
        var figure = sut.Page.Locator("#CreateRefund .shell").First;

        await figure.GetByRole(AriaRole.Button).ClickAsync();

        await Assertions.Expect(figure.GetByRole(AriaRole.Button)).ToHaveTextAsync("Copied");
        await Assertions.Expect(sut.Page.Locator("[role=status]")).ToHaveTextAsync("Copied");
        await sut.Page.Locator("#CreateRefund").EvaluateAsync("one => one.scrollIntoView()");
        await sut.PhotographAsync("copied");
        var copied = await sut.Page.EvaluateAsync<string>("navigator.clipboard.readText()");
        copied.ShouldBe(await figure.Locator("pre").InnerTextAsync());
        copied.ShouldBe(
            $$$"""
            curl -i -X POST \
              '{{{served.Address}}}api/merchants/JT01/refunds' \
              -H "X-Api-Key: $API_KEY" \
              -H 'Idempotency-Key: order-1001-1' \
              -H 'Content-Type: application/json' \
              -d '{
                "invoiceNo": "INV-SETTLED-1",
                "amount": 250,
                "reason": "returned goods",
                "metadata": {
                  "orderId": "1001"
                }
              }'
            """.ReplaceLineEndings("\n")
        );
    }

    [Fact]
    public async Task the_menu_of_a_phone_opens_and_leads_to_an_operation()
    {
        await using var sut = await served.OpenAsync(PhoneWidth, PhoneHeight);
        var menu = sut.Page.GetByRole(AriaRole.Button, new() { Name = "Menu" });

        await menu.ClickAsync();
        await sut.PhotographAsync("menu-phone");
        await sut.Page.Locator("nav a[href='#CreateVoid']").ClickAsync();

        await Assertions.Expect(sut.Page.Locator("nav")).ToBeHiddenAsync();
        await Assertions.Expect(menu).ToHaveAttributeAsync("aria-expanded", "false");
        await Assertions.Expect(sut.Page.Locator("#CreateVoid h3")).ToBeInViewportAsync();
        await sut.PhotographAsync("operation-phone");
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task every_text_stands_out_from_what_is_behind_it(ColorScheme scheme)
    {
        await using var sut = await served.OpenAsync(1440, 900, scheme);

        await sut.Page.EvaluateAsync("document.querySelectorAll('#CreateRefund details').forEach(one => one.open = true)");
        await sut.Page.Locator("#CreateRefund").EvaluateAsync("one => one.scrollIntoView()");
        var faint = await sut.Page.EvaluateAsync<string[]>(Contrast.Script);
        await sut.PhotographAsync($"operation-{scheme}");

        faint.ShouldBeEmpty();
    }

    [Fact]
    public async Task a_page_without_its_document_says_what_to_do()
    {
        await using var sut = await served.OpenAsync(1440, 900);
        await sut.Page.RouteAsync("**/openapi.json", route => route.AbortAsync());

        await sut.Page.ReloadAsync();

        await Assertions.Expect(sut.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Reload the page");
    }

    private static Task<string[]> OperationIdsAsync(IPage page) =>
        page.EvaluateAsync<string[]>(
            "async () => Object.values((await (await fetch('openapi.json')).json()).paths).flatMap(path => Object.values(path)).map(one => one.operationId).filter(Boolean)"
        );
}
