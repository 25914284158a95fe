using System.Diagnostics;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using PaymentGateway.Http.Json;
using PaymentGateway.Http.Problems;
using PaymentOperations.Payments;

namespace PaymentGateway.Http.Payments;

/// <summary>What each ending of a read at 2C2P is in HTTP. The only place that knows.</summary>
internal static class GatewayAnswers
{
    /// <summary>The answer to a GET that asks 2C2P.</summary>
    public static IResult Answer<TValue, TBody>(GatewayRead<TValue> read, Func<TValue, TBody> bodyOf, JsonTypeInfo<TBody> type) =>
        read switch
        {
            GatewayRead<TValue>.Found found => JsonAnswer.Ok(bodyOf(found.Value), type),
            GatewayRead<TValue>.NotFound missing => GatewayProblems.PaymentNotFound(missing.Gateway),
            GatewayRead<TValue>.Refused refused => GatewayProblems.Refused(refused.Gateway),
            GatewayRead<TValue>.NotTaken notTaken => GatewayProblems.NotTaken(notTaken.HttpStatus),
            GatewayRead<TValue>.Unverifiable => GatewayProblems.Unverifiable(),
            GatewayRead<TValue>.NeverSent => GatewayProblems.Unreachable(),
            GatewayRead<TValue>.NoAnswer => GatewayProblems.NoAnswer(),
            _ => throw new UnreachableException("Every ending of a read has its answer."),
        };
}
