namespace Exploration.Model;

/// <summary>What an entry of the list shows of the texts that our request carried.</summary>
internal enum Marks
{
    Full,
    Missing,
    Cut,
    OfTheOther,
    KeyOnly,
}
