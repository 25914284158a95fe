using System.Text.Json.Nodes;
using Clients.Tests.Support;

namespace Clients.Tests.TypeScript;

/// <summary>openapi-typescript and openapi-fetch: refund.ts was compiled against the contract when these tests were built.</summary>
public sealed class TypeScriptClientTests(ServedGateway gateway)
{
    [Fact]
    public async Task a_refund_is_made_and_a_refusal_is_read()
    {
        var (exitCode, output, errors) = await NodeProgram.RunAsync(
            BuildSetting.TypeScriptProgram,
            gateway.Address.ToString().TrimEnd('/'),
            ServedGateway.ApiKey,
            ServedGateway.InvoiceNo
        );

        exitCode.ShouldBe(0, errors);
        var told = JsonNode.Parse(output)!;
        told["status"]!.GetValue<string>().ShouldBe("succeeded");
        told["amount"]!.GetValue<decimal>().ShouldBe(12.34m);
        told["metadata"]!["client"]!.GetValue<string>().ShouldBe("openapi-typescript");
        told["code"]!.GetValue<string>().ShouldBe("invalid_request");
        told["errors"]!["amount"]!.AsArray().ShouldHaveSingleItem();
    }
}
