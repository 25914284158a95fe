namespace Exploration.Model;

/// <summary>What this world did that nobody can foresee from verified messages, or that a merchant vouched it would not.</summary>
[Flags]
internal enum Broken
{
    Nothing = 0,

    /// <summary>2C2P did something, or listed what it did, later than the merchant vouched.</summary>
    DoneWithin = 1,

    /// <summary>Somebody refunded in the portal although the merchant vouched that nobody does.</summary>
    Portal = 2,

    /// <summary>2C2P showed nothing of an attempt although it was done, or did it, after the time in which absence counts.</summary>
    Absence = 4,

    /// <summary>A verified message said the opposite of the truth.</summary>
    Lie = 8,

    /// <summary>An entry carried the mark of another operation.</summary>
    WrongMark = 16,

    /// <summary>It was sent again on the merchant's word alone. Nothing broke by that, but what the merchant vouched for now carries it.</summary>
    Licensed = 32,

    /// <summary>A person said that it failed, or is to be sent again, while a request was still under way; or that it succeeded, with more or less than was asked for.</summary>
    Word = 64,
}
