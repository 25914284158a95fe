using Microsoft.Playwright;

namespace Browser.Tests;

public sealed class ContentsTests(ServedPage served)
{
    [Fact]
    public async Task the_sections_stand_in_the_order_in_which_a_shop_needs_them()
    {
        await using var sut = await served.OpenAsync(1280, 800);

        (await sut.Page.Locator("nav h2").AllInnerTextsAsync())
            .Select(title => title.ToUpperInvariant())
            .ShouldBe([
                "GETTING STARTED",
                "PAYMENTS",
                "REFUNDS",
                "SETTLEMENTS",
                "VOIDS",
                "OPERATIONS",
                "EVENTS",
                "PAYMENT LINKS",
                "CARDS",
                "RECURRING PLANS",
                "INSTALMENTS",
                "RECONCILIATIONS",
                "REVIEW",
                "NOTIFICATIONS",
                "HEALTH",
                "CONTRACT",
                "ERRORS",
            ]);
    }

    [Theory]
    [InlineData("CreateVoid")]
    [InlineData("SendLink")]
    [InlineData("GetOpenApi")]
    [InlineData("errors")]
    public async Task the_section_that_is_read_is_marked_and_its_mark_is_in_view(string id)
    {
        await using var sut = await served.OpenAsync(1280, 800);

        await sut.Page.Locator($"#{id}").EvaluateAsync("one => one.scrollIntoView()");

        await Assertions.Expect(sut.Page.Locator("nav [aria-current=location]")).ToHaveAttributeAsync("href", $"#{id}");
        await Assertions.Expect(sut.Page.Locator("nav [aria-current]")).ToHaveCountAsync(1);
        await Assertions.Expect(sut.Page.Locator($"nav a[href='#{id}']")).ToBeInViewportAsync();
        await sut.PhotographAsync($"current-{id}");
    }

    [Fact]
    public async Task the_contents_are_one_stop_of_the_tab_key_and_arrows_walk_them()
    {
        await using var sut = await served.OpenAsync(1280, 800);
        var stops = sut.Page.Locator("nav a[tabindex='0']");

        await Assertions.Expect(stops).ToHaveCountAsync(1);
        await stops.FocusAsync();
        await sut.Page.Keyboard.PressAsync("End");
        await Assertions.Expect(sut.Page.Locator("nav a[href='#errors']")).ToBeFocusedAsync();
        await sut.Page.Keyboard.PressAsync("Home");
        await sut.Page.Keyboard.PressAsync("ArrowDown");

        await Assertions.Expect(sut.Page.Locator("nav a").Nth(1)).ToBeFocusedAsync();
        await Assertions.Expect(stops).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData(1280, 800)]
    [InlineData(390, 844)]
    public async Task the_first_operations_sample_is_at_most_twelve_stops_away(int width, int height)
    {
        await using var sut = await served.OpenAsync(width, height);
        const string sampleHasFocus = "document.querySelector('.op .sample').contains(document.activeElement)";

        var stops = 0;
        do
        {
            await sut.Page.Keyboard.PressAsync("Tab");
            stops++;
        } while (stops < 60 && !await sut.Page.EvaluateAsync<bool>(sampleHasFocus));

        TestContext.Current.TestOutputHelper!.WriteLine($"{stops} stops at {width}");
        stops.ShouldBeLessThanOrEqualTo(12);
    }

    [Fact]
    public async Task the_first_stop_skips_to_the_content()
    {
        await using var sut = await served.OpenAsync(1280, 800);

        await sut.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(sut.Page.Locator(".skip")).ToBeFocusedAsync();
        await sut.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(sut.Page.Locator("main")).ToBeFocusedAsync();
    }
}
