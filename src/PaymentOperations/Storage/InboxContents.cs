namespace PaymentOperations.Storage;

/// <summary>What arrived for an operation.</summary>
/// <param name="Messages">Every verified message of 2C2P, oldest first.</param>
/// <param name="Words">What people said, oldest first.</param>
internal sealed record InboxContents(IReadOnlyList<InboxMessage> Messages, IReadOnlyList<PersonsWord> Words)
{
    /// <summary>Whether something is in it that no run has put on record.</summary>
    public bool HasNews => Messages.Any(message => !message.IsApplied);

    /// <summary>Words that are not weighed yet.</summary>
    public IReadOnlyList<PersonsWord> Unheard => [.. Words.Where(word => word.Result is null)];
}
