using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace PaymentGateway.Http.Contract;

/// <summary>The contract as a page for people.</summary>
public static class GetDocs
{
    private static readonly PublicDocument Page = DocsPage.Assemble();

    [Function(nameof(GetDocs))]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "docs")] HttpRequest request) =>
        Page.AnswerTo(request);
}
