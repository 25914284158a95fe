using Documentation.Tests.Reading;
using Documentation.Tests.Running;

namespace Documentation.Tests.Samples;

/// <summary>One run of a language's refund.</summary>
internal static class RefundSample
{
    public static Task<Execution> RunAsync(DocumentedSandbox world, string language, Uri api, string invoiceNo)
    {
        var command = SampleLanguage.Of(language).Command("refund", invoiceNo, "10.00", $"key-{invoiceNo}");
        var environment = world.Environment();
        environment["GATEWAY_URL"] = api.ToString();
        return Execution.RunAsync(command[0], command[1..], Documents.Root, environment);
    }
}
