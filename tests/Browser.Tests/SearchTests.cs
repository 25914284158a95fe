using Microsoft.Playwright;

namespace Browser.Tests;

public sealed class SearchTests(ServedPage served)
{
    [Theory]
    [InlineData("refund all", "CreateRefund")]
    [InlineData("capture", "CreateSettlement")]
    [InlineData("operation_in_progress", "code-operation_in_progress")]
    [InlineData("in progress", "code-operation_in_progress")]
    [InlineData("qp id", "GetLink.qpID")]
    [InlineData("subMerchants", "CreateRefund.subMerchants")]
    [InlineData("CancelRecurringPlan", "CancelRecurringPlan")]
    [InlineData("/quickpay/links/{qpID}/send", "SendLink")]
    [InlineData("authentication", "start-authentication")]
    public async Task words_lead_to_an_operation_a_field_an_error_code_or_a_section(string words, string first)
    {
        await using var sut = await served.OpenAsync(1280, 800);

        await sut.Page.Locator("#search").FillAsync(words);
        await sut.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(sut.Page.Locator($"[id='{first}']")).ToBeFocusedAsync();
        await Assertions.Expect(sut.Page.Locator($"[id='{first}']")).ToBeInViewportAsync();
    }

    [Theory]
    [InlineData(1280, 800)]
    [InlineData(390, 844)]
    public async Task it_is_walked_by_keyboard_and_says_how_much_it_found(int width, int height)
    {
        await using var sut = await served.OpenAsync(width, height);
        var field = sut.Page.Locator("#search");
        var options = sut.Page.Locator("#found [role=option]");

        await sut.Page.Keyboard.PressAsync("/");
        await Assertions.Expect(field).ToBeFocusedAsync();
        await sut.Page.Keyboard.TypeAsync("void");
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-expanded", "true");
        await sut.PhotographAsync($"search-{width}");
        var count = await options.CountAsync();

        count.ShouldBeGreaterThan(2);
        await Assertions.Expect(sut.Page.Locator("[role=status]")).ToContainTextAsync(" results");
        await sut.Page.Keyboard.PressAsync("ArrowDown");
        await sut.Page.Keyboard.PressAsync("ArrowDown");
        await sut.Page.Keyboard.PressAsync("ArrowDown");
        await sut.Page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(options.Nth(1)).ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-activedescendant", "found-1");
        var chosen = await options.Nth(1).GetAttributeAsync("data-to");
        await sut.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(sut.Page.Locator($"[id='{chosen}']")).ToBeFocusedAsync();
        await Assertions.Expect(sut.Page.Locator("#found")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task escape_clears_it_and_a_slash_in_a_field_is_a_slash()
    {
        await using var sut = await served.OpenAsync(1280, 800);
        var field = sut.Page.Locator("#search");

        await field.PressSequentiallyAsync("a/b");
        await Assertions.Expect(field).ToHaveValueAsync("a/b");
        await Assertions.Expect(sut.Page.Locator("[role=status]")).ToHaveTextAsync("No results");
        await sut.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(field).ToHaveValueAsync("");
        await Assertions.Expect(sut.Page.Locator("#found")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task what_is_folded_is_unfolded_for_who_comes_from_the_search()
    {
        await using var sut = await served.OpenAsync(390, 844);

        await sut.Page.Locator("#search").FillAsync("subMid");
        await sut.Page.Locator("#found [role=option]").First.ClickAsync();

        await Assertions.Expect(sut.Page.Locator(".field:focus .name").First).ToHaveTextAsync("subMid");
        await Assertions.Expect(sut.Page.Locator(".field:focus")).ToBeInViewportAsync();
    }
}
