namespace Exploration.Search;

/// <summary>
/// Answers the questions that the model asks where the world may go one way or another. One step of the model is run again and again until every combination of answers was given; a fault costs, and no combination
/// costs more than is left.
/// </summary>
internal sealed class Chooser
{
    private readonly List<(int Choice, int Left, Option[] Options)> _made = [];
    private int _position;

    // Of a replay: every question that was asked is asked again, whatever it cost.
    private const int Plenty = 50;
    private int _left;

    /// <summary>What the choices so far cost.</summary>
    public int Cost { get; private set; }

    /// <summary>Whether words are kept.</summary>
    public bool KeepsWords { get; init; }

    /// <summary>The choices in words.</summary>
    public List<string> Words { get; } = [];

    /// <summary>Begins with the first combination.</summary>
    public void Begin(int left)
    {
        _made.Clear();
        Restart(left);
    }

    /// <summary>Goes to the next combination; false when there is none.</summary>
    public bool TryNext()
    {
        var left = _made.Count > 0 ? _made[0].Left : 0;
        while (_made.Count > 0)
        {
            var (choice, available, options) = _made[^1];
            var next = FirstAffordable(options, choice + 1, available);
            if (next >= 0)
            {
                _made[^1] = (next, available, options);
                Restart(left);
                return true;
            }

            _made.RemoveAt(_made.Count - 1);
        }

        return false;
    }

    /// <summary>The combination, to be replayed.</summary>
    public byte[] Code => [.. _made.Select(made => (byte)made.Choice)];

    /// <summary>Which of the options it is this time.</summary>
    public int Pick(Option[] options)
    {
        if (_position == _made.Count)
        {
            var first = FirstAffordable(options, 0, _left);
            if (first < 0)
                throw new InvalidOperationException("A question must have an answer that costs nothing.");
            _made.Add((first, _left, options));
        }

        var choice = _made[_position].Choice;
        _position++;
        var option = options[choice];
        _left -= option.Cost;
        Cost += option.Cost;
        if (KeepsWords && option.Words.Length > 0)
            Words.Add(option.Words);
        return choice;
    }

    /// <summary>Whether a fault happens.</summary>
    public bool Happens(Option[] fault) => Pick(fault) == 1;

    /// <summary>Replays a combination.</summary>
    public void Replay(byte[] code)
    {
        _made.Clear();
        foreach (var choice in code)
            _made.Add((choice, Plenty, []));
        Restart(Plenty);
    }

    private void Restart(int left)
    {
        (_position, _left, Cost) = (0, left, 0);
        Words.Clear();
    }

    private static int FirstAffordable(Option[] options, int from, int left)
    {
        for (var i = from; i < options.Length; i++)
            if (options[i].Cost <= left)
                return i;
        return -1;
    }
}
