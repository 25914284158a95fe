using System.Text.Json.Serialization;

namespace PaymentGateway.Http.Problems;

/// <summary>An error as callers read it: RFC 9457, with our members.</summary>
internal sealed record ProblemBody
{
    /// <summary>Address of the code's explanation.</summary>
    public required string Type { get; init; }

    /// <summary>The code's short text.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What is wrong this time and what to do.</summary>
    public required string Detail { get; init; }

    /// <summary>The code.</summary>
    public required string Code { get; init; }

    /// <summary>Whether the same request may be repeated and can then succeed.</summary>
    public required bool Retryable { get; init; }

    /// <summary>The request's id, as in <c>X-Request-Id</c>.</summary>
    public required string RequestId { get; init; }

    /// <summary>What to change, by field path (<c>subMerchants[0].subAmount</c>).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors { get; init; }

    /// <summary>What 2C2P answered.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GatewayProblemBody? Gateway { get; init; }

    /// <summary>For a refund that is too large: the most that would be accepted now.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Refundable { get; init; }

    /// <summary>For a settlement that is too large: the most that can be captured.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Authorized { get; init; }

    /// <summary>Address of the operation that is in the way.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Operation { get; init; }

    /// <summary>For a person's word: what 2C2P lists or said that contradicts it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ContradictionBody>? Contradictions { get; init; }
}
