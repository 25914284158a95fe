using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace PaymentGateway.Http.Resolutions;

/// <summary>A person says what became of an operation that needs review.</summary>
public sealed class ResolveOperation(PersonsWordPosts posts)
{
    [Function(nameof(ResolveOperation))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "merchants/{merchantId}/operations/{id}/resolution")]
            HttpRequest request,
        FunctionContext context
    ) => posts.TakeAsync(request, context, PersonsWordReader.ReadResolution);
}
