using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentOperations.Merchants;
using PaymentOperations.Workflow;

namespace PaymentGateway.Http.Contract;

/// <summary>The contract as a page for people. Only a sandbox's page offers to send calls: one whose own address is a loopback address, as no app in Azure has it, and whose merchants' money is not real.</summary>
public sealed class GetDocs(PublicAddress address, IMerchants merchants)
{
    private static readonly PublicDocument Page = DocsPage.Assemble(isSandbox: false);
    private static readonly PublicDocument SandboxPage = DocsPage.Assemble(isSandbox: true);

    [Function(nameof(GetDocs))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "docs")] HttpRequest request) =>
        (IsSandbox ? SandboxPage : Page).AnswerTo(request);

    private bool IsSandbox =>
        new Uri(address.BaseUrl).IsLoopback
        && merchants.All.All(merchant => merchant.Environment is GatewayEnvironment.Sandbox);
}
