using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PaymentGateway.Http.Security;

namespace PaymentGateway.Http.Contract;

/// <summary>The contract as a page for people. A sandbox's page offers to send calls.</summary>
public sealed class GetDocs(SandboxPage sandbox)
{
    private static readonly PublicDocument Plain = DocsPage.Assemble(isSandbox: false);
    private static readonly PublicDocument WithCalls = DocsPage.Assemble(isSandbox: true);

    [Function(nameof(GetDocs))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "docs")] HttpRequest request) =>
        (sandbox.IsOffered ? WithCalls : Plain).AnswerTo(request);
}
