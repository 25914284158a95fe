namespace TwoC2P.QuickPay;

/// <summary>What became of a delivery, by recipient; lists that 2C2P joins with <c>;</c>.</summary>
public sealed record DeliveryReport
{
    /// <summary>E-mail addresses that got it (<c>successEmails</c>).</summary>
    public IReadOnlyList<string> SuccessEmails { get; init; } = [];

    /// <summary>Mobile numbers that got it (<c>successMobiles</c>).</summary>
    public IReadOnlyList<string> SuccessMobiles { get; init; } = [];

    /// <summary>E-mail addresses that did not get it (<c>failedEmails</c>).</summary>
    public IReadOnlyList<string> FailedEmails { get; init; } = [];

    /// <summary>Mobile numbers that did not get it (<c>failedMobiles</c>).</summary>
    public IReadOnlyList<string> FailedMobiles { get; init; } = [];

    /// <summary>Says only how many: who they are is theirs.</summary>
    public override string ToString() =>
        $"DeliveryReport {SuccessEmails.Count + SuccessMobiles.Count} delivered, {FailedEmails.Count + FailedMobiles.Count} not";
}
