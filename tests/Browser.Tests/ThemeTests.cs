using Microsoft.Playwright;

namespace Browser.Tests;

public sealed class ThemeTests(ServedPage served)
{
    private const string Paper = "getComputedStyle(document.body).backgroundColor";

    [Theory]
    [InlineData("dark", ColorScheme.Light)]
    [InlineData("light", ColorScheme.Dark)]
    public async Task a_chosen_theme_wins_over_the_systems_and_is_kept(string chosen, ColorScheme system)
    {
        await using var sut = await served.OpenAsync(1280, 800, system);
        var before = await sut.Page.EvaluateAsync<string>(Paper);

        await sut.Page.Locator("#theme").SelectOptionAsync(chosen);
        var after = await sut.Page.EvaluateAsync<string>(Paper);
        var faint = await sut.Page.EvaluateAsync<string[]>(Contrast.Script);
        await sut.Page.ReloadAsync();
        await sut.Page.Locator("main[aria-busy=false]").WaitForAsync();

        after.ShouldNotBe(before);
        faint.ShouldBeEmpty();
        (await sut.Page.EvaluateAsync<string>(Paper)).ShouldBe(after);
        await Assertions.Expect(sut.Page.Locator("#theme")).ToHaveValueAsync(chosen);
        await sut.Page.Locator("#theme").SelectOptionAsync("system");
        (await sut.Page.EvaluateAsync<string>(Paper)).ShouldBe(before);
    }

    [Fact]
    public async Task a_browser_that_keeps_nothing_shows_the_page_all_the_same()
    {
        await using var sut = await served.OpenAsync(1280, 800);
        await sut.Page.AddInitScriptAsync(
            "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('refused', 'SecurityError'); } })"
        );

        await sut.Page.ReloadAsync();
        await sut.Page.Locator("main[aria-busy=false]").WaitForAsync();
        await sut.Page.Locator("#theme").SelectOptionAsync("dark");
        await sut.Page.Locator("#language").SelectOptionAsync("php");

        await Assertions.Expect(sut.Page.Locator("#GetPayment .sample pre")).ToContainTextAsync("<?php");
        sut.Complaints.ShouldBeEmpty();
    }
}
