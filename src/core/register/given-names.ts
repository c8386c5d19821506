/** Given names that are one name in several languages: Sergey, Serhii, Siarhei; what a state calls its citizens, its neighbours spell their own way. */
import { soundOf } from './sound-of.ts'

/** One name a line. Diminutives are left out: "Sasha" may be two people. */
const ROWS = `
Aleksandr Oleksandr Alexander Alexandr Aleksander Aliaksandr Alyaksandr Aleksandar Олександр Аляксандр
Aleksei Oleksii Alexey Alexis Aliaksei Олексій Аляксей
Aleksandra Oleksandra Alexandra
Anatoly Anatolii Anatol
Andrei Andrii Andriy Andrey Andrej Андрій
Anton Antin
Artem Artyom Artiom
Boris Borys Barys
Daniil Danylo Danila
Denis Denys Dzianis
Dmitry Dmytro Dmitri Dzmitry Dmitrij Дмитро
Ekaterina Kateryna Yekaterina Katsiaryna Катерина
Elena Olena Yelena Alena Олена
Evgeny Yevhen Yevgeny Evgenii Yevhenii Eugene Yauhen Євген Яўген
Fedor Fyodor Fedir Fiodar
Gennady Hennadiy Hennadii Gennadi Henadz
Georgy Heorhii Georgi Georgii
Grigory Hryhorii Hryhoriy Grigori Ryhor
Igor Ihor
Ilya Illia Illya Ilia
Irina Iryna
Ivan Iwan
Kirill Kyrylo Kiryl Cyril
Konstantin Kostiantyn Kostyantyn Constantin Kanstantsin
Leonid Leanid
Lev Leo Leon
Liudmila Lyudmyla Liudmyla Ludmila
Maksim Maksym Maxim
Maria Mariia Mariya Mariam Marie
Matvei Matvii
Mikhail Mykhailo Mykhaylo Michail Mikhailo Michael Mikhael Михайло
Mohammed Muhammad Mohammad Mohamed Mohamad Muhammed Mohamud Muhamad Mehmed Mohamoud
Ahmed Ahmad Ahmet Ahmat
Abdullah Abdallah Abdulla
Hussein Hussain Husain Husayn Hossein Hussien Hosein
Hassan Hasan Hassane
Yousef Youssef Yusuf Yousuf Yousif Yusef
Mahmoud Mahmud Mahmood
Mustafa Mostafa Moustafa Moustapha
Ibrahim Ebrahim Ibraheem
Omar Umar Omer
Osman Othman Usman Ousmane
Khaled Khalid Kaled
Saeed Said Saied
Abdel Abdul Abd
Salman Selman
Natalia Nataliia Natalya Nataliya Natallia
Nikita Mykyta Mikita
Nikolai Mykola Nikolay Mikalai Микола Мікалай
Oksana Aksana
Oleg Oleh Aleh
Olga Olha Volha
Pavel Pavlo Pavlos
Petr Petro Pyotr Piotr Pyatro Пётр
Philip Filip Philippe Filipp Pylyp
Roman Raman
Sergey Serhii Serhiy Siarhei Sergi Sergii Sergio Serge Сергій Сяргей
Sofia Sophia Sofiia
Stanislav Stanislau Stanislaw
Stepan Stsiapan Stephan
Svetlana Svitlana Sviatlana
Svyatoslav Sviatoslav
Tatiana Tetiana Tetyana Tatsiana Тетяна
Timofei Tymofiy Timothy
Valentina Valentyna
Valery Valerii Valeriy Valeri
Vasily Vasyl Vasili Vassily Vasil
Viktor Victor Viktar
Viktoria Victoria Viktoriia
Vitaly Vitalii Vitali Vital
Vladimir Volodymyr Uladzimir Wladimir Vladymyr Володимир Уладзімір Uladzimier
Vladislav Vladyslav Uladzislau Wladyslaw
Vsevolod Usevalad
Vyacheslav Viacheslav Viacheslau Vyacheslau
Yakov Yakiv Jakob Jacob
Yaroslav Iaroslav Jaroslav Jaroslaw
Yulia Yuliia Julia Yuliya
Yuri Yurii Yuriy Jurij Iurii
Zinaida Zinaïda
Nikol Nikola Nicola
Katarina Catarina Katharina
Nicolas Nikolaos Nicolae
`

const canonical: ReadonlyMap<string, string> = new Map(
  ROWS.trim()
    .split('\n')
    .flatMap((row) => {
      const sounds = row.split(' ').flatMap((name) => soundOf(name))
      return sounds.map((sound) => [sound, sounds[0]!] as const)
    })
    .reverse(),
)

/** The sound that stands for all forms of a given name; any other sound stands for itself. */
export const canonicalSound = (sound: string): string => canonical.get(sound) ?? sound
