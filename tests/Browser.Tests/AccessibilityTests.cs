using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>Every rule of axe-core, the best practices too.</summary>
[Collection(AppUsers.Name)]
public sealed class AccessibilityTests(ServedPage served)
{
    [Theory]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    public async Task axe_finds_nothing(int width, ColorScheme scheme)
    {
        await using var sut = await served.OpenAsync(width, 844, scheme);

        var found = await ViolationsAsync(sut.Page);

        found.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task axe_finds_nothing_with_an_operation_unfolded_an_answer_shown_and_the_search_open(
        int width,
        ColorScheme scheme
    )
    {
        await using var sut = await served.OpenAsync(width, 844, scheme);
        await sut.Page.EvaluateAsync("document.querySelectorAll('#CreateRefund details').forEach(one => one.open = true)");
        await sut.Page.Locator("#CreateRefund .send").ClickAsync();
        await Assertions.Expect(sut.Page.Locator("#CreateRefund .answer .badge")).ToHaveTextAsync("202");
        await sut.Page.Locator("#CreateRefund textarea").FillAsync("{");
        await sut.Page.Locator("#CreateRefund .send").ClickAsync();
        await Assertions.Expect(sut.Page.Locator("#CreateRefund .wrong")).ToContainTextAsync("not JSON");
        await sut.Page.Locator("#search").FillAsync("refund");
        await sut.Page.Keyboard.PressAsync("ArrowDown");

        var found = await ViolationsAsync(sut.Page);
        var faint = await sut.Page.EvaluateAsync<string[]>(Contrast.Script);

        found.ShouldBeEmpty();
        faint.ShouldBeEmpty();
    }

    [Fact]
    public async Task axe_finds_nothing_with_the_menu_of_a_phone_open()
    {
        await using var sut = await served.OpenAsync(390, 844);
        await sut.Page.Locator("#menu").ClickAsync();

        var found = await ViolationsAsync(sut.Page);

        found.ShouldBeEmpty();
    }

    private static async Task<string[]> ViolationsAsync(IPage page)
    {
        AxeResult result = await page.RunAxe();
        result.Passes.Length.ShouldBeGreaterThan(20);
        return
        [
            .. result.Violations.Select(rule =>
                $"{rule.Id}: {rule.Help}: {string.Join("; ", rule.Nodes.Take(3).Select(node => node.Html))}"
            ),
        ];
    }
}
