using Functions.Tests.Support;
using Microsoft.Playwright;
using Testing;

namespace Browser.Tests;

/// <summary>The page as the app serves it, and a Chromium to open it with: <c>CHROMIUM</c> names the program, else Debian's is taken.</summary>
public sealed class ServedPage : IAsyncLifetime
{
    /// <summary>A name of the machine that is not its own: the browser is told that it leads here.</summary>
    private const string PublicHost = "pay.example.test";

    private TestApp? app;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Address of the app, with a final slash.</summary>
    public Uri Address => App.Address;

    /// <summary>The same app under a name that is no loopback address.</summary>
    public Uri PublicAddress => new UriBuilder(Address) { Host = PublicHost }.Uri;

    internal TestApp App => app!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAtAsync($"http://127.0.0.1:{FreePorts.One()}");
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout((float)Eventually.HangsAfter.TotalMilliseconds);
        browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    $"--host-resolver-rules=MAP {PublicHost} 127.0.0.1",
                ],
            }
        );
    }

    /// <summary>Opens the page and waits until it shows the document.</summary>
    public Task<OpenPage> OpenAsync(int width, int height, ColorScheme scheme = ColorScheme.Light) =>
        OpenAsync(Address, width, height, scheme);

    /// <summary>Opens the page at another address of the app.</summary>
    public async Task<OpenPage> OpenAsync(Uri address, int width, int height, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await browser!.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = height },
                ColorScheme = scheme,
                DeviceScaleFactor = 1,
            }
        );
        context.SetDefaultTimeout((float)Eventually.HangsAfter.TotalMilliseconds);
        await context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var opened = new OpenPage(context, await context.NewPageAsync());
        await opened.Page.GotoAsync(new Uri(address, "api/docs").AbsoluteUri);
        await opened.Page.Locator("main[aria-busy=false]").WaitForAsync();
        return opened;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        if (app is not null)
            await app.DisposeAsync();
    }
}
