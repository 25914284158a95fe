namespace PaymentOperations.Operations;

/// <summary>
/// Every duration of the workflow (settings <c>OperationTimes__…</c>, <c>hh:mm:ss</c>). The defaults are for Azure and 2C2P; the sandbox and tests shorten them. Checked at start.
/// </summary>
public sealed class OperationTimes
{
    /// <summary>How long a worker's claim lasts.</summary>
    public TimeSpan Claim { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>How far two machines' clocks may be apart.</summary>
    public TimeSpan Skew { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>A request leaves at most this long after the right to send was taken.</summary>
    public TimeSpan SendWindow { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a request that moves money may take.</summary>
    public TimeSpan PostDeadline { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>How long writing its result may take.</summary>
    public TimeSpan CommitMargin { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a question to 2C2P may take in the background.</summary>
    public TimeSpan ReadDeadline { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long an accept may take in all.</summary>
    public TimeSpan AcceptDeadline { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long an accept waits for 2C2P's word on the payment.</summary>
    public TimeSpan AcceptInquiryDeadline { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a void that is executed at once may take at 2C2P.</summary>
    public TimeSpan VoidPostDeadline { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>A void that could not be begun this long after its request is left to the queue.</summary>
    public TimeSpan VoidSendWithin { get; set; } = TimeSpan.FromSeconds(7);

    /// <summary>The caller of a void has an answer after this long.</summary>
    public TimeSpan VoidAnswerWithin { get; set; } = TimeSpan.FromSeconds(25);

    /// <summary>How long the request that brings a person's word waits for a worker that is at the operation just then.</summary>
    public TimeSpan WordWithin { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>When the pointer of a new refund or settlement becomes visible.</summary>
    public TimeSpan FirstMessageDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>When the pointer of a new void becomes visible; the request itself runs it first.</summary>
    public TimeSpan VoidMessageDelay { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>When the sweep first looks at a new operation.</summary>
    public TimeSpan FirstCheck { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a pointer that came too early is put off.</summary>
    public TimeSpan PutOff { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The first wait between two looks at an operation.</summary>
    public TimeSpan FirstWait { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The second wait.</summary>
    public TimeSpan SecondWait { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The third wait.</summary>
    public TimeSpan ThirdWait { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Every later wait.</summary>
    public TimeSpan LaterWait { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The longest wait for something that 2C2P says is pending, and between looks at what a person has to decide.</summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long nothing is asked of a merchant's 2C2P that answered none of the last eight questions; then one question tries.</summary>
    public TimeSpan GatewayBreak { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Two answers that show nothing count as absence when they are this far apart, and asked this long after the last attempt ended.</summary>
    public TimeSpan AbsentApart { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long an operation may be unknown, or stand behind one that needs review, before a person is asked.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long an accepted operation may wait for a gateway that does not answer before a person is told; it is still tried.</summary>
    public TimeSpan AcceptedPatience { get; set; } = TimeSpan.FromHours(24);

    /// <summary>When after its end an operation is looked at once more (T19): what 2C2P shows then is held against what the ledger says.</summary>
    public TimeSpan WatchAfterEnd { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How long an operation may be pending before a person is asked.</summary>
    public TimeSpan PendingPatience { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long a callback and 2C2P's own list may disagree before a person is asked.</summary>
    public TimeSpan DisagreementPatience { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How long after the ledger was put back from a copy a new refund may be the repetition of one that the copy does not know.</summary>
    public TimeSpan RepeatedAfterRestore { get; set; } = TimeSpan.FromDays(8);

    /// <summary>How long the sweep leaves an operation alone after it made a pointer for it.</summary>
    public TimeSpan SweepPause { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>The sweep looks this long after a planned look that did not happen.</summary>
    public TimeSpan SweepMargin { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>An announced operation that is not in the ledger after this long never will be.</summary>
    public TimeSpan AbandonAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a change waits for the index by which it will be found; after that it is committed all the same, and found after the next look. A part of <see cref="CommitMargin"/>.</summary>
    public TimeSpan LookupWithin { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>The most times that an operation may be sent.</summary>
    public int MaxAttempts { get; set; } = 5;

    /// <summary>What is wrong with these times, in words that name the setting; empty when they hold together.</summary>
    public IEnumerable<string> Problems()
    {
        foreach (var (name, value) in Durations())
        {
            if (value <= TimeSpan.Zero)
                yield return $"OperationTimes__{name} is {value}; give a positive duration (hh:mm:ss).";
        }

        if (Claim <= SendWindow + PostDeadline + CommitMargin)
            yield return $"OperationTimes__Claim is {Claim}; it must be longer than SendWindow + PostDeadline + CommitMargin ({SendWindow + PostDeadline + CommitMargin}), "
                + "or a second worker could begin while the first may still be sending.";

        if (VoidPostDeadline > PostDeadline)
            yield return "OperationTimes__VoidPostDeadline must not be longer than PostDeadline.";

        if (AbsentApart < Skew)
            yield return $"OperationTimes__AbsentApart is {AbsentApart}; it must be at least Skew ({Skew}), or clocks that differ could turn two looks at the same moment into proof of absence.";
        if (AbandonAfter <= AcceptDeadline + Skew)
            yield return $"OperationTimes__AbandonAfter is {AbandonAfter}; it must be longer than AcceptDeadline + Skew ({AcceptDeadline + Skew}), "
                + "or the sweep could abandon an operation that is still being accepted.";
        if (GatewayBreak < TimeSpan.FromSeconds(0.5) || GatewayBreak > TimeSpan.FromHours(1))
            yield return $"OperationTimes__GatewayBreak is {GatewayBreak}; it must be half a second to an hour.";
        if (MaxAttempts is < 1 or > 20)
            yield return "OperationTimes__MaxAttempts must be 1 to 20.";
    }

    private IEnumerable<(string Name, TimeSpan Value)> Durations() =>
        [
            (nameof(Claim), Claim),
            (nameof(Skew), Skew),
            (nameof(SendWindow), SendWindow),
            (nameof(PostDeadline), PostDeadline),
            (nameof(CommitMargin), CommitMargin),
            (nameof(ReadDeadline), ReadDeadline),
            (nameof(AcceptDeadline), AcceptDeadline),
            (nameof(AcceptInquiryDeadline), AcceptInquiryDeadline),
            (nameof(VoidPostDeadline), VoidPostDeadline),
            (nameof(VoidSendWithin), VoidSendWithin),
            (nameof(VoidAnswerWithin), VoidAnswerWithin),
            (nameof(WordWithin), WordWithin),
            (nameof(RepeatedAfterRestore), RepeatedAfterRestore),
            (nameof(FirstMessageDelay), FirstMessageDelay),
            (nameof(VoidMessageDelay), VoidMessageDelay),
            (nameof(FirstCheck), FirstCheck),
            (nameof(PutOff), PutOff),
            (nameof(FirstWait), FirstWait),
            (nameof(SecondWait), SecondWait),
            (nameof(ThirdWait), ThirdWait),
            (nameof(LaterWait), LaterWait),
            (nameof(LongestWait), LongestWait),
            (nameof(GatewayBreak), GatewayBreak),
            (nameof(AbsentApart), AbsentApart),
            (nameof(Patience), Patience),
            (nameof(AcceptedPatience), AcceptedPatience),
            (nameof(WatchAfterEnd), WatchAfterEnd),
            (nameof(PendingPatience), PendingPatience),
            (nameof(DisagreementPatience), DisagreementPatience),
            (nameof(SweepPause), SweepPause),
            (nameof(SweepMargin), SweepMargin),
            (nameof(AbandonAfter), AbandonAfter),
            (nameof(LookupWithin), LookupWithin),
        ];
}
