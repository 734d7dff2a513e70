class Box { }
class Box<T> { }
class Box<T1, T2> { }
