class A { }

#if UNKNOWN
class B { }
