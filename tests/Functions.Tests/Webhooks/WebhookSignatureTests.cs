using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;
using Functions.Tests.Support;
using PaymentGateway.Webhooks;
using PaymentOperations.Operations;

namespace Functions.Tests.Webhooks;

/// <summary>What the app signs is verified by the library that receivers in another language use.</summary>
public sealed class WebhookSignatureTests
{
    private static readonly string Secret = SecretOf(1);
    private static readonly string OtherSecret = SecretOf(2);
    private static readonly PaymentEvent Told = SampleEvent.Succeeded;
    private static readonly StandardWebhookFormat Format = new();

    [Fact]
    public async Task the_npm_package_verifies_a_message()
    {
        var now = TimeProvider.System.GetUtcNow();

        var (code, type) = await VerifyAsync(Secret, now, Format.Sign(Secret, Told.Id, now, Format.BodyOf(Told)));

        code.ShouldBe(0, type);
        type.ShouldBe("operation.succeeded");
    }

    [Fact]
    public async Task the_npm_package_verifies_a_message_with_either_of_two_secrets()
    {
        var now = TimeProvider.System.GetUtcNow();
        string[] signatures =
        [
            Format.Sign(OtherSecret, Told.Id, now, Format.BodyOf(Told)),
            Format.Sign(Secret, Told.Id, now, Format.BodyOf(Told)),
        ];

        var first = await VerifyAsync(Secret, now, string.Join(' ', signatures));
        var second = await VerifyAsync(OtherSecret, now, string.Join(' ', signatures));

        first.Code.ShouldBe(0, first.Words);
        second.Code.ShouldBe(0, second.Words);
    }

    [Fact]
    public async Task the_npm_package_refuses_what_was_signed_otherwise_or_long_ago()
    {
        var now = TimeProvider.System.GetUtcNow();
        var signature = Format.Sign(Secret, Told.Id, now, Format.BodyOf(Told));
        var longAgo = now.AddMinutes(-6);

        var foreign = await VerifyAsync(OtherSecret, now, signature);
        var moved = await VerifyAsync(Secret, now.AddSeconds(1), signature);
        var old = await VerifyAsync(Secret, longAgo, Format.Sign(Secret, Told.Id, longAgo, Format.BodyOf(Told)));

        foreign.Code.ShouldBe(1);
        moved.Code.ShouldBe(1);
        old.Code.ShouldBe(1);
        old.Words.ShouldContain("too old");
    }

    private static async Task<(int Code, string Words)> VerifyAsync(string secret, DateTimeOffset at, string signature)
    {
        var library = typeof(WebhookSignatureTests)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == "StandardWebhooks")
            .Value!;
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "Webhooks", "verify.cjs"),
            library,
            secret,
            Told.Id.ToString(),
            at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            signature,
            Encoding.UTF8.GetString(Format.BodyOf(Told)),
        ];
        var start = new ProcessStartInfo("node", arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start).ShouldNotBeNull();
        var output = await process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, $"{output}{error}".Trim());
    }

    private static string SecretOf(byte value) => $"whsec_{Convert.ToBase64String([.. Enumerable.Repeat(value, 32)])}";
}
