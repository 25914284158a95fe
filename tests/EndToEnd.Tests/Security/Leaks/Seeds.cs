using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EndToEnd.Tests.Security.Leaks;

/// <summary>The card numbers and bank accounts of the tests, the same in every run. Whatever a test uses must come from here: at the end of the run each of them is looked for in everything that there is.</summary>
internal static class Seeds
{
    private const int CardCount = 400;
    private const int AccountCount = 200;
    private const int CardLength = 16;
    private const int AccountLength = 13;
    private const string Thai = "กขคงจชซณดตถทนบปผพมยรลวสหอ";

    private static int cardsGiven = -1;
    private static int accountsGiven = -1;

    /// <summary>All card numbers, with right check digits.</summary>
    public static IReadOnlyList<string> Cards { get; } = [.. Enumerable.Range(0, CardCount).Select(CardOf)];

    /// <summary>All bank accounts. Every fourth holder's name is Thai.</summary>
    public static IReadOnlyList<SeededAccount> Accounts { get; } = [.. Enumerable.Range(0, AccountCount).Select(AccountOf)];

    /// <summary>A card number that no other test uses.</summary>
    public static string Card() => Next(Cards, ref cardsGiven);

    /// <summary>A bank account that no other test uses.</summary>
    public static SeededAccount Account() => Next(Accounts, ref accountsGiven);

    private static T Next<T>(IReadOnlyList<T> seeds, ref int given)
    {
        var index = Interlocked.Increment(ref given);
        return index < seeds.Count
            ? seeds[index]
            : throw new InvalidOperationException($"The tests use more than {seeds.Count} of these: let Seeds make more.");
    }

    private static string CardOf(int index)
    {
        var digits = $"{(index % 2 == 0 ? 4 : 5)}{Digits($"card {index}", CardLength - 2)}";
        var sum = digits.Reverse().Select((digit, place) => Weighed(digit - '0', place % 2 == 0)).Sum();
        return $"{digits}{(10 - sum % 10) % 10}";
    }

    private static SeededAccount AccountOf(int index) =>
        new(Digits($"account {index}", AccountLength), index % 4 == 3 ? ThaiName(index) : LatinName(index));

    private static string LatinName(int index) => $"Somchai {Letters($"name {index}", "abcdefghijklmnopqrstuvwxyz", 12)}";

    private static string ThaiName(int index) => $"สมชาย {Letters($"name {index}", Thai, 8)}";

    private static string Digits(string seed, int count) => Letters(seed, "0123456789", count);

    private static string Letters(string seed, string alphabet, int count) =>
        string.Concat(
            SHA256.HashData(Encoding.UTF8.GetBytes(seed)).Take(count).Select(value => alphabet[value % alphabet.Length])
        );

    private static int Weighed(int digit, bool isDoubled) =>
        !isDoubled ? digit
        : digit * 2 > 9 ? digit * 2 - 9
        : digit * 2;

    /// <summary>All of them as secrets.</summary>
    public static IEnumerable<Secret> All() =>
        Cards.Select((card, index) => Secret.OfCard(Name("card", index), card)).Concat(Accounts.SelectMany(SecretsOf));

    private static IEnumerable<Secret> SecretsOf(SeededAccount account, int index) =>
        [
            Secret.OfText(Name("bank account", index), account.Number),
            Secret.OfText(Name("bank account's name", index), account.Name),
        ];

    private static string Name(string kind, int index) => string.Create(CultureInfo.InvariantCulture, $"{kind} {index}");
}
