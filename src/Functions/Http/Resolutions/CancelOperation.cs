using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace PaymentGateway.Http.Resolutions;

/// <summary>Gives up an accepted operation of which nothing was ever sent.</summary>
public sealed class CancelOperation(PersonsWordPosts posts)
{
    [Function(nameof(CancelOperation))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "merchants/{merchantId}/operations/{id}/cancellation")]
            HttpRequest request,
        FunctionContext context
    ) => posts.TakeAsync(request, context, PersonsWordReader.ReadCancellation);
}
