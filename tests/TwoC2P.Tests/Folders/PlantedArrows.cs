// Each folder needs the folder Eggs in another way.
namespace TwoC2P.Tests.Folders.PlantedArrows.Eggs
{
    internal enum Size
    {
        Small,
        Large,
    }

    internal interface IEgg;

    internal class Egg : Exception, IEgg
    {
        public static string Name => "egg";

        public static bool IsOf(Size size) => size is Size.Large;
    }

    [AttributeUsage(AttributeTargets.All)]
    internal sealed class BoiledAttribute : Attribute;
}

namespace TwoC2P.Tests.Folders.PlantedArrows.Base
{
    internal sealed class User : Eggs.Egg;
}

namespace TwoC2P.Tests.Folders.PlantedArrows.Implemented
{
    internal sealed class User : Eggs.IEgg;
}

namespace TwoC2P.Tests.Folders.PlantedArrows.Field
{
    internal sealed class User
    {
        internal static readonly Dictionary<string, Eggs.Egg[]?> Kept = [];
    }
}

namespace TwoC2P.Tests.Folders.PlantedArrows.Parameter
{
    internal interface IUser
    {
        void Use(ref Eggs.Egg? egg);
    }
}

namespace TwoC2P.Tests.Folders.PlantedArrows.Constraint
{
    internal interface IUser<T>
        where T : Eggs.IEgg;
}

namespace TwoC2P.Tests.Folders.PlantedArrows.Marked
{
    [Eggs.Boiled]
    internal interface IUser;
}

namespace TwoC2P.Tests.Folders.PlantedArrows.MarkedProperty
{
    internal interface IUser
    {
        [Eggs.Boiled]
        int Count { get; }
    }
}

namespace TwoC2P.Tests.Folders.PlantedArrows.Called
{
    internal static class User
    {
        public static string Use() => Eggs.Egg.Name;
    }
}

namespace TwoC2P.Tests.Folders.PlantedArrows.GenericallyCalled
{
    internal static class User
    {
        public static object Use() => Activator.CreateInstance<Eggs.Egg>();
    }
}

namespace TwoC2P.Tests.Folders.PlantedArrows.Awaited
{
    internal static class User
    {
        public static async Task<object> UseAsync()
        {
            await Task.Yield();
            return typeof(Eggs.Egg);
        }
    }
}

namespace TwoC2P.Tests.Folders.PlantedArrows.Caught
{
    internal static class User
    {
        public static bool Use(Action action)
        {
            try
            {
                action();
                return false;
            }
            catch (Eggs.Egg)
            {
                return true;
            }
        }
    }
}

namespace TwoC2P.Tests.Folders.PlantedArrows.AfterSwitch
{
    internal static class User
    {
        // A jump table, whose length the reader of instructions must know to go on behind it.
        public static object? Use(int number) =>
            number switch
            {
                0 => "a",
                1 => "b",
                2 => "c",
                3 => "d",
                4 => 1.5,
                5 => long.MaxValue,
                _ => new Eggs.Egg(),
            };
    }
}

namespace TwoC2P.Tests.Folders.PlantedArrows.Uninvolved
{
    internal sealed class User : List<string>;
}
