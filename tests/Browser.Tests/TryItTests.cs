using System.Text.Json.Nodes;
using Microsoft.Playwright;
using TwoC2P;

namespace Browser.Tests;

[Collection(AppUsers.Name)]
public sealed class TryItTests(ServedPage served)
{
    [Theory]
    [InlineData(1280, 800)]
    [InlineData(390, 844)]
    public async Task a_call_goes_to_the_app_and_its_answer_is_shown(int width, int height)
    {
        await using var sut = await served.OpenAsync(width, height);
        var form = await OpenAsync(sut.Page, "CreateRefund");
        await form.Locator("textarea").FillAsync($$"""{"invoiceNo": "FROM-THE-PAGE-{{width}}", "amount": 12.50}""");

        await form.Locator(".send").ClickAsync();
        await Assertions.Expect(form.Locator(".answer .badge")).ToHaveTextAsync("202");
        await form.ScrollIntoViewIfNeededAsync();
        await sut.PhotographAsync($"try-{width}");

        var asked = served.App.Intake.Commands.Single(command => command.InvoiceNo.Text == $"FROM-THE-PAGE-{width}");
        asked.Amount.ShouldBe(Money.FromAmount(12.5m));
        var answer = JsonNode.Parse(await form.Locator(".answer pre").InnerTextAsync())!;
        answer["status"]!.GetValue<string>().ShouldBe("accepted");
        await Assertions.Expect(form.Locator(".answer dl")).ToContainTextAsync("Location/api/merchants/JT01/refunds/");
        await Assertions.Expect(form.Locator(".answer dl")).ToContainTextAsync("X-Request-Id");
        await Assertions.Expect(sut.Page.Locator("[role=status]")).ToHaveTextAsync("Answered 202");
        sut.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task each_call_has_a_fresh_idempotency_key_unless_the_reader_keeps_it()
    {
        await using var sut = await served.OpenAsync(1280, 800);
        var form = await OpenAsync(sut.Page, "CreateVoid");
        var keys = new List<string?>();
        sut.Page.Request += (_, request) =>
        {
            if (request.Method == "POST")
                keys.Add(request.Headers["idempotency-key"]);
        };

        for (var call = 0; call < 4; call++)
        {
            if (call == 2)
                await form.GetByLabel("A new Idempotency-Key for each call").UncheckAsync();
            await sut.Page.RunAndWaitForResponseAsync(
                () => form.Locator(".send").ClickAsync(),
                one => one.Request.Method == "POST"
            );
            await Assertions.Expect(form.Locator(".send")).Not.ToHaveAttributeAsync("aria-disabled", "true");
        }

        keys.Count.ShouldBe(4);
        keys.Distinct().Count().ShouldBe(2);
        keys[1].ShouldBe(keys[2]);
        keys[2].ShouldBe(keys[3]);
    }

    [Fact]
    public async Task what_is_no_json_is_told_and_not_sent()
    {
        await using var sut = await served.OpenAsync(1280, 800);
        var form = await OpenAsync(sut.Page, "CreateSettlement");
        var before = sut.Requests.Count;
        await form.Locator("textarea").FillAsync("{\"invoiceNo\": ");

        await form.Locator(".send").ClickAsync();

        await Assertions.Expect(form.GetByRole(AriaRole.Alert)).ToContainTextAsync("The body is not JSON");
        await Assertions.Expect(form.Locator("textarea")).ToBeFocusedAsync();
        await Assertions.Expect(form.Locator("textarea")).ToHaveAttributeAsync("aria-invalid", "true");
        sut.Requests.Count.ShouldBe(before);
    }

    [Fact]
    public async Task an_address_with_a_gap_is_told_and_not_sent()
    {
        await using var sut = await served.OpenAsync(1280, 800);
        var form = await OpenAsync(sut.Page, "GetRefund");
        var before = sut.Requests.Count;
        await form.GetByLabel("id", new() { Exact = true }).FillAsync("");

        await form.Locator(".send").ClickAsync();

        await Assertions.Expect(form.GetByRole(AriaRole.Alert)).ToContainTextAsync("id is part of the address");
        sut.Requests.Count.ShouldBe(before);
    }

    [Fact]
    public async Task a_problem_is_shown_as_it_came()
    {
        await using var sut = await served.OpenAsync(1280, 800);
        var form = await OpenAsync(sut.Page, "GetPayment");
        await form.GetByLabel("X-Api-Key").FillAsync("wrong");

        await form.Locator(".send").ClickAsync();

        await Assertions.Expect(form.Locator(".answer .badge")).ToHaveTextAsync("401");
        await Assertions.Expect(form.Locator(".answer pre")).ToContainTextAsync("\"code\": \"unauthorized\"");
    }

    [Fact]
    public async Task an_app_that_does_not_answer_is_told()
    {
        await using var sut = await served.OpenAsync(1280, 800);
        var form = await OpenAsync(sut.Page, "GetPayment");
        await sut.Page.RouteAsync("**/payments?*", route => route.AbortAsync());

        await form.Locator(".send").ClickAsync();

        await Assertions.Expect(form.GetByRole(AriaRole.Alert)).ToContainTextAsync("was not answered");
        await Assertions.Expect(form.Locator(".send")).Not.ToHaveAttributeAsync("aria-disabled", "true");
    }

    [Fact]
    public async Task the_key_is_kept_nowhere()
    {
        await using var sut = await served.OpenAsync(1280, 800);
        await sut.Page.Locator("#language").SelectOptionAsync("node");
        var form = await OpenAsync(sut.Page, "GetPayment");
        await Assertions.Expect(form.GetByLabel("X-Api-Key")).ToHaveValueAsync("sandbox-JT01");
        await form.GetByLabel("X-Api-Key").FillAsync("typed-by-hand");

        await form.Locator(".send").ClickAsync();
        await Assertions.Expect(form.Locator(".answer .badge")).ToHaveTextAsync("401");

        var kept = await sut.Page.EvaluateAsync<string>(
            "JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href])"
        );
        kept.ShouldBe($$"""[{"docs.language":"node"},{},"","{{served.Address}}api/docs"]""");
        await sut.Page.ReloadAsync();
        await Assertions
            .Expect((await OpenAsync(sut.Page, "GetPayment")).GetByLabel("X-Api-Key"))
            .ToHaveValueAsync("sandbox-JT01");
    }

    [Fact]
    public async Task every_operation_has_a_form_that_sends_what_the_document_takes()
    {
        await using var sut = await served.OpenAsync(1280, 800);

        await sut.Page.EvaluateAsync("document.querySelectorAll('.try').forEach(one => one.open = true)");

        var samples = await sut.Page.Locator(".op .sample").CountAsync();
        await Assertions.Expect(sut.Page.Locator(".op .try form")).ToHaveCountAsync(samples);
        foreach (var text in await sut.Page.Locator("textarea").EvaluateAllAsync<string[]>("all => all.map(one => one.value)"))
            text.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task it_is_not_offered_where_the_page_comes_from_elsewhere()
    {
        await using var sut = await served.OpenAsync(served.PublicAddress, 1280, 800);

        await Assertions.Expect(sut.Page.Locator(".op .sample").First).ToBeVisibleAsync();
        await Assertions.Expect(sut.Page.Locator(".try")).ToHaveCountAsync(0);
        (await sut.Page.ContentAsync()).ShouldNotContain("export API_KEY='sandbox");
    }

    [Fact]
    public async Task it_is_not_offered_by_an_app_that_is_no_sandbox()
    {
        await using var sut = await served.OpenAsync(1280, 800);
        await sut.Page.RouteAsync(
            "**/api/docs",
            async route =>
            {
                var response = await route.FetchAsync();
                var text = await response.TextAsync();
                await route.FulfillAsync(
                    new()
                    {
                        Response = response,
                        Body = text.Replace("<meta name=\"sandbox\" content=\"true\" />", "", StringComparison.Ordinal),
                    }
                );
            }
        );

        await sut.Page.ReloadAsync();
        await sut.Page.Locator("main[aria-busy=false]").WaitForAsync();

        await Assertions.Expect(sut.Page.Locator(".op .sample").First).ToBeVisibleAsync();
        await Assertions.Expect(sut.Page.Locator(".try")).ToHaveCountAsync(0);
    }

    private static async Task<ILocator> OpenAsync(IPage page, string operation)
    {
        await page.Locator($"#{operation} .try > summary").ClickAsync();
        var form = page.Locator($"#{operation} .try form");
        await form.WaitForAsync();
        return form;
    }
}
