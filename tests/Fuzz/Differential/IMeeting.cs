namespace Fuzz.Differential;

/// <summary>One kind of message that client and simulator exchange. They share no code: where one signs and the other does not verify, one of them is wrong.</summary>
internal interface IMeeting
{
    /// <summary>Which message, in which envelope.</summary>
    string Name { get; }

    /// <summary>Exchanges one random message, and says in a word how it ended.</summary>
    /// <exception cref="DisagreementException">One side signed it with the right key and the other does not believe it, or the reverse.</exception>
    string Meet(Random random);
}
