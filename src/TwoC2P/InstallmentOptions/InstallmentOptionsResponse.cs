using TwoC2P.Codes;

namespace TwoC2P.InstallmentOptions;

/// <summary>2C2P's answer (message <c>IppOptionResponse</c>), read tolerantly. With the default hash order its hash does not cover the banks.</summary>
public sealed record InstallmentOptionsResponse
{
    /// <summary>Message version (<c>version</c>).</summary>
    public string? Version { get; init; }

    /// <summary>Gateway's time of the answer as sent, <c>ddMMyyHHmmss</c> (<c>timeStamp</c>).</summary>
    public string? TimeStamp { get; init; }

    /// <summary>Result (<c>respCode</c>).</summary>
    public ResultCode RespCode { get; init; }

    /// <summary>2C2P's own text for the result (<c>respReason</c>).</summary>
    public string? RespReason { get; init; }

    /// <summary>The banks (<c>ippBanks</c>); none when the merchant has no instalments.</summary>
    public IReadOnlyList<InstallmentBank> Banks { get; init; } = [];

    /// <summary>Signature as sent (<c>hashValue</c>).</summary>
    public string? HashValue { get; init; }
}
