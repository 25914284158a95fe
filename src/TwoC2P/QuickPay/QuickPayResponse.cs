namespace TwoC2P.QuickPay;

/// <summary>What every answer of QuickPay has; to Update and Delete it is the whole answer (<c>QPUpdateRes</c>, <c>QPDeleteRes</c>). Read tolerantly.</summary>
public record QuickPayResponse
{
    /// <summary>Message version (<c>version</c>).</summary>
    public string? Version { get; init; }

    /// <summary>Gateway's time of the answer as sent, <c>yyyyMMddHHmmss</c> (<c>timeStamp</c>).</summary>
    public string? TimeStamp { get; init; }

    /// <summary>The link (<c>qpID</c>).</summary>
    public string? QpId { get; init; }

    /// <summary>Result (<c>resCode</c>).</summary>
    public QuickPayResultCode ResCode { get; init; }

    /// <summary>2C2P's own text for the result (<c>resDesc</c>).</summary>
    public string? ResDesc { get; init; }

    /// <summary>Signature as sent (<c>hashValue</c>).</summary>
    public string? HashValue { get; init; }

    /// <summary>Says only how it went: the rest may be a customer's.</summary>
    public sealed override string ToString() => $"{GetType().Name} {ResCode}";
}
