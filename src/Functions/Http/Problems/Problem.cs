using System.Globalization;
using Microsoft.AspNetCore.Http;
using PaymentGateway.Http.Json;
using PaymentGateway.Http.Requests;
using PaymentOperations.Operations;

namespace PaymentGateway.Http.Problems;

/// <summary>An error as the result of a function or a middleware.</summary>
/// <param name="code">Which error.</param>
/// <param name="detail">What is wrong this time and what to do; never a value that the caller sent.</param>
internal sealed class Problem(ErrorCode code, string detail) : IResult
{
    /// <summary>Which error.</summary>
    public ErrorCode Code { get; } = code;

    /// <summary>What to change, by field path.</summary>
    public RequestErrors? Errors { get; init; }

    /// <summary>What 2C2P answered.</summary>
    public GatewayResult? Gateway { get; init; }

    /// <summary>The most that a refund could ask for now.</summary>
    public decimal? Refundable { get; init; }

    /// <summary>The most that a settlement can ask for.</summary>
    public decimal? Authorized { get; init; }

    /// <summary>Address of the operation that is in the way.</summary>
    public string? Operation { get; init; }

    /// <summary>What contradicts a person's word.</summary>
    public IReadOnlyList<ContradictionBody>? Contradictions { get; init; }

    /// <summary>When to come back.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The methods that the address has.</summary>
    public string? Allow { get; init; }

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        if (RetryAfter is { } wait)
            headers.RetryAfter = ((int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (Allow is not null)
            headers.Allow = Allow;
        if (Code.Status == StatusCodes.Status401Unauthorized)
            headers.WWWAuthenticate = "ApiKey";

        return JsonAnswer.WriteAsync(
            httpContext,
            Code.Status,
            "application/problem+json",
            BodyFor(RequestFrame.Of(httpContext)),
            ApiJson.Plain.ProblemBody
        );
    }

    private ProblemBody BodyFor(RequestFrame frame) =>
        new()
        {
            Type = frame.AddressOf(Code),
            Title = Code.Title,
            Status = Code.Status,
            Detail = detail,
            Code = Code.Code,
            Retryable = Code.Retryable,
            RequestId = frame.RequestId,
            Errors = Errors?.ByField,
            Gateway = Gateway is { } answer ? new(answer.RespCode, answer.RespDesc, answer.Status) : null,
            Refundable = Refundable,
            Authorized = Authorized,
            Operation = Operation,
            Contradictions = Contradictions,
        };
}
