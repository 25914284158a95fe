namespace Sandbox.Demonstration;

/// <summary>The payments that the demonstration uses; the simulator starts with them.</summary>
internal static class DemoInvoices
{
    public const string Settled = "INV-SETTLED-1";
    public const string SettledToo = "INV-SETTLED-2";
    public const string Apm = "INV-APM-1";
    public const string Authorized = "INV-AUTHORIZED-1";
    public const string AuthorizedToo = "INV-AUTHORIZED-2";

    public static IReadOnlyList<string> All { get; } = [Settled, SettledToo, Apm, Authorized, AuthorizedToo];
}
