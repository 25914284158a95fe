using DevelopmentHosting;
using Functions.Tests.Support;
using Microsoft.Playwright;
using PaymentGateway.Http.Contract;

namespace Browser.Tests;

/// <summary>The page as the app serves it, and a Chromium to open it with: <c>CHROMIUM</c> names the program, else Debian's is taken.</summary>
public sealed class ServedPage : IAsyncLifetime
{
    private DevelopmentHost? host;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Address of the app, with a final slash.</summary>
    public Uri Address => host!.Address;

    public async ValueTask InitializeAsync()
    {
        host = await DevelopmentHost.StartAsync(
            typeof(GetDocs).Assembly,
            new() { Settings = SampleSettings.With(), FunctionClasses = [typeof(GetDocs), typeof(GetOpenApi)] }
        );
        playwright = await Playwright.CreateAsync();
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
                ],
            }
        );
    }

    /// <summary>Opens the page and waits until it shows the document.</summary>
    public async Task<OpenPage> OpenAsync(int width, int height, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await browser!.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = height },
                ColorScheme = scheme,
                DeviceScaleFactor = 1,
            }
        );
        await context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var opened = new OpenPage(context, await context.NewPageAsync());
        await opened.Page.GotoAsync(new Uri(Address, "api/docs").AbsoluteUri);
        await opened.Page.Locator("main[aria-busy=false]").WaitForAsync();
        return opened;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        if (host is not null)
            await host.DisposeAsync();
    }
}
