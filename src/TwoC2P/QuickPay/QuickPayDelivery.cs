namespace TwoC2P.QuickPay;

/// <summary>Who gets a link, and with what text. On the wire, recipients are joined with <c>;</c>, 255 characters in all per field.</summary>
public sealed record QuickPayDelivery
{
    /// <summary>E-mail recipients (<c>toEmails</c>); this or <see cref="ToMobiles"/>, or both.</summary>
    public IReadOnlyList<string> ToEmails { get; init; } = [];

    /// <summary>Copies (<c>ccEmails</c>).</summary>
    public IReadOnlyList<string> CcEmails { get; init; } = [];

    /// <summary>Blind copies (<c>bccEmails</c>).</summary>
    public IReadOnlyList<string> BccEmails { get; init; } = [];

    /// <summary>Subject, without <c>&lt;</c> and <c>&gt;</c>; mandatory with e-mails (<c>emailSubject</c>, 255).</summary>
    public string? EmailSubject { get; init; }

    /// <summary>Text, without <c>&lt;</c> and <c>&gt;</c>; mandatory with e-mails (<c>emailMessage</c>, 255).</summary>
    public string? EmailMessage { get; init; }

    /// <summary>Mobile numbers in the international form, <c>+6599999999</c> (<c>toMobiles</c>).</summary>
    public IReadOnlyList<string> ToMobiles { get; init; } = [];

    /// <summary>Text message; mandatory with mobiles (<c>smsMessage</c>, 60).</summary>
    public string? SmsMessage { get; init; }

    /// <summary>Says only how many recipients there are: who they are is theirs.</summary>
    public override string ToString() =>
        $"QuickPayDelivery to {ToEmails.Count + CcEmails.Count + BccEmails.Count} e-mails and {ToMobiles.Count} mobiles";
}
