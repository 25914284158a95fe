using Microsoft.Playwright;
using Testing;

namespace Browser.Tests;

public sealed class LayoutTests(ServedPage served)
{
    private const string Unfold = "document.querySelectorAll('details').forEach(one => one.open = true)";

    [Theory]
    [InlineData(320)]
    [InlineData(390)]
    [InlineData(768)]
    [InlineData(1280)]
    public async Task no_word_is_broken_and_nothing_scrolls_sideways_even_with_everything_unfolded(int width)
    {
        await using var sut = await served.OpenAsync(width, 844);
        var folds = await sut.Page.Locator("details").CountAsync();
        await sut.Page.EvaluateAsync(Unfold);
        await Assertions
            .Expect(sut.Page.Locator("details.try form"))
            .ToHaveCountAsync(await sut.Page.Locator("details.try").CountAsync());
        if (await sut.Page.Locator("#menu").IsVisibleAsync())
            await sut.Page.Locator("#menu").ClickAsync();

        var broken = await sut.Page.EvaluateAsync<string[]>(Words.Script);
        var widest = await sut.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");

        folds.ShouldBeGreaterThan(100);
        broken.ShouldBeEmpty();
        widest.ShouldBeLessThanOrEqualTo(width);
    }

    [Fact]
    public async Task a_broken_word_is_found()
    {
        await using var sut = await served.OpenAsync(390, 844);
        await sut.Page.EvaluateAsync(
            """
            const heading = document.querySelector("h1");
            heading.textContent = "Zahlungsverkehrsabwicklungsbeschleunigungsgesetz";
            heading.attributeStyleMap.set("overflow-wrap", "anywhere");
            """
        );

        var broken = await sut.Page.EvaluateAsync<string[]>(Words.Script);

        broken.ShouldHaveSingleItem().ShouldStartWith("Zahlungsverkehrsabwicklungsbeschleunigungsgesetz in H1");
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task code_that_is_wider_than_its_place_scrolls_by_keyboard(int width)
    {
        await using var sut = await served.OpenAsync(width, 844);
        await sut.Page.Locator("#language").SelectOptionAsync("csharp");
        var code = sut.Page.Locator("#CreateRefund .sample pre");

        await Assertions.Expect(code).ToHaveAttributeAsync("tabindex", "0");
        await code.FocusAsync();
        await sut.Page.Keyboard.PressAsync("ArrowRight");

        await Eventually.IsTrueAsync(() => code.EvaluateAsync<bool>("element => element.scrollLeft > 0"));
    }
}
